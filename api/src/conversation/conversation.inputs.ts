import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ConversationStatus } from '../contact/conversation-status';
import { Constraint } from '../graphql/constraint';
import { DateTimeISO } from '../graphql/date-time';
import { OrderDirection } from '../graphql/order-direction';

export enum ConversationOrderField {
  LAST_MESSAGE_AT = 'lastMessageAt',
  CREATED_AT = 'createdAt',
}

registerEnumType(ConversationOrderField, {
  name: 'ConversationOrderField',
  description: 'What conversations can be ordered by.',
  valuesConfig: {
    LAST_MESSAGE_AT: { description: 'When the last message was written; the creation before the first.' },
    CREATED_AT: { description: 'When the conversation was started.' },
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
}

@InputType({ description: 'A further conversation with a contact.' })
export class StartConversationInput {
  @Field(() => ID, { description: 'Whom to talk with.' })
  contactId!: string;

  @Field(() => String, { nullable: true, description: 'What it will be about.' })
  @Constraint({ maxLength: 200 })
  subject?: string | null;

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

  @Field(() => DateTimeISO, { description: 'When it returns: in the future, within five years.' })
  until!: Date;
}
