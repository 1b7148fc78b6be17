import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Conversation } from '../conversation/conversation';
import { Constraint } from '../graphql/constraint';
import { ExternalIdConstraint, externalIdDescription } from '../graphql/external-id';
import { UserError } from '../graphql/user-error';
import { Message, SenderType } from './message';

@InputType({ description: 'A message to write into a conversation.' })
export class SendMessageInput {
  @Field(() => ID, { description: 'Which conversation; a closed one too.' })
  conversationId!: string;

  @Field(() => String, { description: 'Plain text. White space and lines within it are kept.' })
  @Constraint({ minLength: 1, maxLength: 10_000 })
  content!: string;

  @Field(() => SenderType, {
    defaultValue: SenderType.USER,
    description: 'Who wrote it: CONTACT for what came in, such as from a mail gateway.',
  })
  senderType!: SenderType;

  @Field(() => String, { nullable: true, description: 'Who exactly, in words or ids of your own.' })
  @Constraint({ maxLength: 200 })
  senderId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a closed or snoozed conversation is active again with it. It stays as it is when nothing is said; CONTACT reopens it in any case.',
  })
  reopens?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the last message that the sender has seen. Where somebody else has written after it, nothing is sent (`CONFLICT`).',
  })
  expectedNumber?: number | null;

  @Field(() => String, { nullable: true, description: externalIdDescription('messages') })
  @ExternalIdConstraint()
  externalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own. Sent again with the same input within 24 hours, it answers the first message and writes none.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The written message, or what kept it from being written.', simpleResolvers: true })
export class SendMessagePayload {
  @Field(() => Message, { nullable: true, description: 'Stored for good; null where `userErrors` says why not.' })
  message!: Message | null;

  @Field(() => Conversation, {
    nullable: true,
    description: 'As it is with the message; null where `userErrors` says why not.',
  })
  conversation!: Conversation | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
