import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { FieldCondition } from '../custom-field/field-condition';
import { FieldInput, fieldsDescription, mostFieldBytes } from '../custom-field/field-input';
import { Constraint } from '../graphql/constraint';
import { DateTimeISO } from '../graphql/date-time';
import { ExternalIdConstraint, externalIdDescription } from '../graphql/external-id';
import { JSONObject } from '../graphql/json-object';
import { OrderDirection } from '../graphql/order-direction';
import { ConversationStatus } from './conversation-status';

export enum ContactOrderField {
  NAME = 'name',
  CREATED_AT = 'createdAt',
  LAST_ACTIVITY_AT = 'lastActivityAt',
}

registerEnumType(ContactOrderField, {
  name: 'ContactOrderField',
  description: 'What contacts can be ordered by.',
  valuesConfig: {
    NAME: { description: 'The name, without regard to case, accented letters beside their plain ones.' },
    CREATED_AT: { description: 'When the contact was created.' },
    LAST_ACTIVITY_AT: { description: 'When a message was last written in any of its conversations.' },
  },
});

@InputType({ description: 'An order of contacts. Ties are broken by id.' })
export class ContactOrder {
  @Field(() => ContactOrderField, { description: 'What to order by.' })
  field!: ContactOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

/** Ten years. */
export const mostDays = 3_660;

@InputType({ description: 'Which contacts a list shows: those that meet every condition given.' })
export class ContactFilter {
  @Field(() => [String], { nullable: true, description: 'The source is one of these.' })
  source?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'The company is one of these.' })
  company?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The email address is exactly this one, in any case.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'The telephone number is this one, however it is written.' })
  phone?: string | null;

  @Field(() => [ConversationStatus], {
    nullable: true,
    description: 'At least one conversation has one of these statuses.',
  })
  conversationStatus?: ConversationStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'At least one of its labels is one of these.' })
  labelIds?: string[] | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Created at this moment or later.' })
  createdAfter?: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Created before this moment.' })
  createdBefore?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: `Created on one of so many days, by UTC, of which today is the last: 1 to ${mostDays}. What is kept so goes with the time.`,
  })
  createdWithinDays?: number | null;

  @Field(() => [FieldCondition], {
    nullable: true,
    description: 'On custom fields, at most 10. Only `EQUALS` and `ONE_OF` have an index.',
  })
  fields?: FieldCondition[] | null;
}

@InputType({
  description: 'A contact to create, with its first conversation. An email address or a telephone number is required.',
})
export class CreateContactInput {
  @Field(() => String, { description: 'The whole name as one text.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Required where `phone` is missing. Several contacts may share one.',
  })
  @Constraint({ maxLength: 320, format: 'EMAIL' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Required where `email` is missing. With its country code.' })
  @Constraint({ maxLength: 50, format: 'PHONE' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The organisation the contact works for.' })
  @Constraint({ maxLength: 200 })
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'What the contact does there.' })
  @Constraint({ maxLength: 200 })
  position?: string | null;

  @Field(() => String, { nullable: true, description: 'How the contact came to you.' })
  @Constraint({ maxLength: 200 })
  source?: string | null;

  @Field(() => JSONObject, {
    nullable: true,
    description:
      'Further keys of your own. `company`, `position` and `source` belong in their fields; what stands under the key of a custom field is taken as its value.',
  })
  @Constraint({ maxBytes: 16_384 })
  metadata?: Record<string, unknown> | null;

  @Field(() => [FieldInput], {
    nullable: true,
    description: `${fieldsDescription} A new contact by \`createContact\` needs all that are required.`,
  })
  @Constraint({ maxBytes: mostFieldBytes })
  fields?: FieldInput[] | null;

  @Field(() => String, { nullable: true, description: externalIdDescription('contacts') })
  @ExternalIdConstraint()
  externalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own. Sent again with the same input within 24 hours, it answers the first result and creates nothing.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a contact. What is left out stays; null empties a field that may be empty.' })
export class UpdateContactInput {
  @Field(() => ID, { description: 'The contact to change.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The whole name; it cannot be emptied.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'One of `email` and `phone` has to remain.' })
  @Constraint({ maxLength: 320, format: 'EMAIL' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'One of `email` and `phone` has to remain. With its country code.',
  })
  @Constraint({ maxLength: 50, format: 'PHONE' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The organisation the contact works for.' })
  @Constraint({ maxLength: 200 })
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'What the contact does there.' })
  @Constraint({ maxLength: 200 })
  position?: string | null;

  @Field(() => String, { nullable: true, description: 'How the contact came to you.' })
  @Constraint({ maxLength: 200 })
  source?: string | null;

  @Field(() => JSONObject, {
    nullable: true,
    description:
      'Replaces the further keys as a whole; null removes them. Those of custom fields stay unless they are given here or in `fields`.',
  })
  @Constraint({ maxBytes: 16_384 })
  metadata?: Record<string, unknown> | null;

  @Field(() => [FieldInput], {
    nullable: true,
    description: `${fieldsDescription} What is left out stays; one that is required cannot be emptied.`,
  })
  @Constraint({ maxBytes: mostFieldBytes })
  fields?: FieldInput[] | null;
}

@InputType({ description: 'The contact to delete, with its conversations and messages.' })
export class DeleteContactInput {
  @Field(() => ID, { description: 'The contact to delete.' })
  id!: string;
}

@InputType({ description: 'The deleted contact to bring back.' })
export class RestoreContactInput {
  @Field(() => ID, { description: 'The id that the contact had, and will have again.' })
  id!: string;
}
