import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ConversationStatus } from '../contact/conversation-status';
import { recentRows } from '../database/newest-matches';
import { maxSearchLength } from '../database/text-search';
import { Constraint } from '../graphql/constraint';
import { DateTimeISO } from '../graphql/date-time';
import { ExternalIdConstraint, externalIdDescription } from '../graphql/external-id';
import { OrderDirection } from '../graphql/order-direction';
import { Priority } from './priority';

/** So many lines, subjects and contacts a search of conversations looks up, the newest of each. */
export const mostSearched = 1_000;

export enum ConversationOrderField {
  LAST_MESSAGE_AT = 'lastMessageAt',
  CREATED_AT = 'createdAt',
  WAITING_SINCE = 'waitingSince',
  PRIORITY = 'priority',
}

registerEnumType(ConversationOrderField, {
  name: 'ConversationOrderField',
  description: 'What conversations can be ordered by.',
  valuesConfig: {
    LAST_MESSAGE_AT: { description: 'When the last message was written; the creation before the first.' },
    CREATED_AT: { description: 'When the conversation was started.' },
    WAITING_SINCE: {
      description: 'Since when the contact waits for an answer. Conversations that do not wait are left out.',
    },
    PRIORITY: { description: 'How much it matters; of the same priority, by when they were started.' },
  },
});

@InputType({ description: 'An order of conversations. Ties are broken by id.' })
export class ConversationOrder {
  @Field(() => ConversationOrderField, { description: 'What to order by.' })
  field!: ConversationOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'Which conversations a list shows: those that meet every condition given.' })
export class ConversationFilter {
  @Field(() => ID, { nullable: true, description: 'Only those with this contact.' })
  contactId?: string | null;

  @Field(() => [ConversationStatus], { nullable: true, description: 'The status is one of these.' })
  status?: ConversationStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'One of these accounts has it to answer.' })
  assigneeId?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether nobody has it to answer.' })
  isUnassigned?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'It has one of these labels.' })
  labelIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has lines that the caller has not read.' })
  isUnread?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the contact waits for an answer.' })
  isWaiting?: boolean | null;

  @Field(() => [Priority], { nullable: true, description: 'The priority is one of these.' })
  priority?: Priority[] | null;

  @Field(() => String, {
    nullable: true,
    description: `Words that each occur, in any case and as parts of words too, in its subject, in one line that a person wrote in it, or in its contact, for callers who may read contacts. Of each of the three, the newest ${mostSearched} that match are known: where many match, of those among the newest ${recentRows.toLocaleString('en')}, and so of lines for words that each are frequent, however rarely they meet. At most ${maxSearchLength} characters.`,
  })
  search?: string | null;
}

@InputType({ description: 'A further conversation with a contact.' })
export class StartConversationInput {
  @Field(() => ID, { description: 'Whom to talk with.' })
  contactId!: string;

  @Field(() => String, { nullable: true, description: 'What it will be about.' })
  @Constraint({ maxLength: 200 })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: externalIdDescription('conversations') })
  @ExternalIdConstraint()
  externalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own. Sent again with the same input within 24 hours, it answers the first result and starts nothing.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'The conversation to close.' })
export class CloseConversationInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;
}

@InputType({ description: 'The conversation to make active again.' })
export class ReopenConversationInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;
}

@InputType({ description: 'The conversation to put out of sight for a while.' })
export class SnoozeConversationInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'When it returns, in the future and within five years; null, or left out, when the contact writes.',
  })
  until?: Date | null;
}
