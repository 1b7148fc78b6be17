import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ContactFilter, ContactOrder } from '../contact/contact.inputs';
import { Constraint } from '../graphql/constraint';
import { JSONObject } from '../graphql/json-object';
import { UserError } from '../graphql/user-error';

@Entity('contact_views')
@ObjectType({ description: 'A list of contacts under a name.', simpleResolvers: true })
export class ContactView {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7.' })
  id!: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Column('text')
  @Field(() => String, { description: 'At most 50 characters.' })
  name!: string;

  @Column('bool', { name: 'is_shared' })
  @Field(() => Boolean, { description: 'Whether everybody of the company has it, and not only who made it.' })
  isShared!: boolean;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'For the argument `search` of `contacts`; null where nothing is searched for.',
  })
  search!: string | null;

  @Column('jsonb')
  @Field(() => JSONObject, { description: 'For the argument `filter` of `contacts`.' })
  filter!: Record<string, unknown>;

  @Column('jsonb', { name: 'order_by', nullable: true })
  @Field(() => JSONObject, {
    nullable: true,
    description: 'For the argument `orderBy` of `contacts`; null where nobody said.',
  })
  orderBy!: Record<string, unknown> | null;

  @Column('text', { array: true, nullable: true })
  @Field(() => [String], {
    nullable: true,
    description: 'What is shown of each, in order, by the names that an export has for it; null where nobody said.',
  })
  columns!: string[] | null;
}

@InputType({ description: 'A list of contacts to keep under a name.' })
export class SaveContactViewInput {
  @Field(() => ID, { nullable: true, description: 'Which view it replaces; a new one when nothing is said.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called.' })
  @Constraint({ minLength: 1, maxLength: 50 })
  name!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether everybody of the company is to have it.' })
  isShared!: boolean;

  @Field(() => String, { nullable: true, description: 'What is searched for.' })
  search?: string | null;

  @Field(() => ContactFilter, { description: 'Which contacts.' })
  @Constraint({ maxBytes: 10_000 })
  filter!: ContactFilter;

  @Field(() => ContactOrder, { nullable: true, description: 'In which order.' })
  orderBy?: ContactOrder | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'What to show of each, in order: names of an export’s columns. One that no contact has, such as of a custom field that was deleted, is kept and shows nothing.',
  })
  @Constraint({ maxBytes: 4_000 })
  columns?: string[] | null;
}

@InputType({ description: 'The view to delete.' })
export class DeleteContactViewInput {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;
}

@ObjectType({ description: 'The saved view, or what kept it from being saved.', simpleResolvers: true })
export class SaveContactViewPayload {
  @Field(() => ContactView, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  contactView!: ContactView | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'That the view is gone, or what kept it.', simpleResolvers: true })
export class DeleteContactViewPayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  deletedContactViewId!: string | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
