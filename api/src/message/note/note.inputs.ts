import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Conversation } from '../../conversation/conversation';
import { Constraint } from '../../graphql/constraint';
import { UserError } from '../../graphql/user-error';
import { Message } from '../message';

@InputType({
  description: 'Something that colleagues are to know of a conversation, and the contact never gets to see.',
})
export class AddNoteInput {
  @Field(() => ID, { description: 'Which conversation; a closed one too.' })
  conversationId!: string;

  @Field(() => String, { description: 'Plain text. White space and lines within it are kept.' })
  @Constraint({ minLength: 1, maxLength: 10_000 })
  content!: string;

  @Field(() => [ID], { nullable: true, description: 'Accounts of members who are mentioned in it, at most 20.' })
  mentionedIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own. Sent again with the same input within 24 hours, it answers the first note and writes none.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The written note, or what kept it from being written.', simpleResolvers: true })
export class AddNotePayload {
  @Field(() => Message, { nullable: true, description: 'Stored for good; null where `userErrors` says why not.' })
  message!: Message | null;

  @Field(() => Conversation, {
    nullable: true,
    description: 'As it is with the note; null where `userErrors` says why not.',
  })
  conversation!: Conversation | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
