import { Field, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact';
import { UserError } from '../graphql/user-error';
import { Conversation } from './conversation';

@ObjectType({
  description: 'The created contact with its first conversation, or what kept them from being created.',
  simpleResolvers: true,
})
export class CreateContactPayload {
  @Field(() => Contact, { nullable: true, description: 'Null where `userErrors` says why not.' })
  contact!: Contact | null;

  @Field(() => Conversation, {
    nullable: true,
    description: 'Active and empty: the place for the first message. Null where `userErrors` says why not.',
  })
  conversation!: Conversation | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

export interface ConversationPayload {
  conversation: Conversation | null;
  userErrors: UserError[];
}

/** The mutations that answer a conversation have payloads that differ in name alone. */
export function conversationPayload(name: string, description: string): new () => ConversationPayload {
  @ObjectType(name, { description, simpleResolvers: true })
  class Payload implements ConversationPayload {
    @Field(() => Conversation, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
    conversation!: Conversation | null;

    @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
    userErrors!: UserError[];
  }
  return Payload;
}

export const StartConversationPayload = conversationPayload(
  'StartConversationPayload',
  'The started conversation, or what kept it from being started.',
);

export const CloseConversationPayload = conversationPayload(
  'CloseConversationPayload',
  'The closed conversation, or what kept it from being closed.',
);

export const ReopenConversationPayload = conversationPayload(
  'ReopenConversationPayload',
  'The active conversation, or what kept it from being reopened.',
);

export const SnoozeConversationPayload = conversationPayload(
  'SnoozeConversationPayload',
  'The snoozed conversation, or what kept it from being snoozed.',
);
