import { Field, ID, InputType, Int } from 'type-graphql';
import { conversationPayload } from '../conversation.payloads';

@InputType({ description: 'How far the caller has read a conversation.' })
export class MarkConversationReadInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;

  @Field(() => Int, {
    description: 'Of the last message that was read; an earlier one than is known already changes nothing.',
  })
  number!: number;
}

@InputType({ description: 'From where on the caller wants to read a conversation again.' })
export class MarkConversationUnreadInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the first message that is to be unread; the last one when nothing is said.',
  })
  number?: number | null;
}

export const MarkConversationReadPayload = conversationPayload(
  'MarkConversationReadPayload',
  'The conversation that was read, or what kept it from being marked.',
);

export const MarkConversationUnreadPayload = conversationPayload(
  'MarkConversationUnreadPayload',
  'The conversation that is to be read again, or what kept it from being marked.',
);
