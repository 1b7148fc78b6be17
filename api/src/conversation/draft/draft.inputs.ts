import { Field, ID, InputType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { conversationPayload } from '../conversation.payloads';

@InputType({ description: 'What the caller has begun to write, and not sent.' })
export class SaveDraftInput {
  @Field(() => ID, { description: 'In which conversation.' })
  conversationId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether it is to be a note for colleagues: each conversation keeps one draft of a message and one of a note.',
  })
  isNote!: boolean;

  @Field(() => String, { nullable: true, description: 'Instead of what was kept before; null, or blank, for nothing.' })
  @Constraint({ maxLength: 10_000 })
  content?: string | null;
}

export const SaveDraftPayload = conversationPayload(
  'SaveDraftPayload',
  'The conversation with the draft, or what kept it from being saved.',
);
