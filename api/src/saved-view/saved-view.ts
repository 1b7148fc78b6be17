import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ConversationFilter, ConversationOrder } from '../conversation/conversation.inputs';
import { Constraint } from '../graphql/constraint';
import { JSONObject } from '../graphql/json-object';
import { UserError } from '../graphql/user-error';

@Entity('saved_views')
@ObjectType({ description: 'A list of conversations under a name.', simpleResolvers: true })
export class SavedView {
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

  @Column('jsonb')
  @Field(() => JSONObject, { description: 'For the argument `filter` of `conversations`.' })
  filter!: Record<string, unknown>;

  @Column('jsonb', { name: 'order_by', nullable: true })
  @Field(() => JSONObject, {
    nullable: true,
    description: 'For the argument `orderBy` of `conversations`; null where nobody said.',
  })
  orderBy!: Record<string, unknown> | null;
}

@InputType({ description: 'A list of conversations to keep under a name.' })
export class SaveViewInput {
  @Field(() => ID, { nullable: true, description: 'Which view it replaces; a new one when nothing is said.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called.' })
  @Constraint({ minLength: 1, maxLength: 50 })
  name!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether everybody of the company is to have it.' })
  isShared!: boolean;

  @Field(() => ConversationFilter, { description: 'Which conversations.' })
  @Constraint({ maxBytes: 10_000 })
  filter!: ConversationFilter;

  @Field(() => ConversationOrder, { nullable: true, description: 'In which order.' })
  orderBy?: ConversationOrder | null;
}

@InputType({ description: 'The view to delete.' })
export class DeleteViewInput {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;
}

@ObjectType({ description: 'The saved view, or what kept it from being saved.', simpleResolvers: true })
export class SaveViewPayload {
  @Field(() => SavedView, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  savedView!: SavedView | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'That the view is gone, or what kept it.', simpleResolvers: true })
export class DeleteViewPayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  deletedViewId!: string | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
