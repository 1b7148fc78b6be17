import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Constraint } from '../graphql/constraint';
import { DateTimeISO } from '../graphql/date-time';
import { UserError } from '../graphql/user-error';

@Entity('canned_replies')
@ObjectType({ description: 'A text that is written again and again.', simpleResolvers: true })
export class CannedReply {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'What it is found by, at most 50 characters; no two differ in case alone.' })
  name!: string;

  @Column('text')
  @Field(() => String, {
    description: 'Plain text, at most 10,000 characters. Clients fill in placeholders such as `{{contact.name}}`.',
  })
  content!: string;

  @Column('timestamptz', { name: 'updated_at' })
  @Field(() => DateTimeISO, { description: 'When it was written, or last changed.' })
  updatedAt!: string;
}

@InputType({ description: 'A text to write again and again.' })
export class CreateCannedReplyInput {
  @Field(() => String, { description: 'What it is found by.' })
  @Constraint({ minLength: 1, maxLength: 50 })
  name!: string;

  @Field(() => String, { description: 'The text, with its placeholders.' })
  @Constraint({ minLength: 1, maxLength: 10_000 })
  content!: string;
}

@InputType({ description: 'What to change about a canned reply. What is left out stays.' })
export class UpdateCannedReplyInput {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it is found by from now on.' })
  @Constraint({ minLength: 1, maxLength: 50 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The text from now on.' })
  @Constraint({ minLength: 1, maxLength: 10_000 })
  content?: string | null;
}

@InputType({ description: 'The canned reply to delete.' })
export class DeleteCannedReplyInput {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;
}

@ObjectType({ description: 'The new canned reply, or what kept it from being made.', simpleResolvers: true })
export class CreateCannedReplyPayload {
  @Field(() => CannedReply, { nullable: true, description: 'Null where `userErrors` says why not.' })
  cannedReply!: CannedReply | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The changed canned reply, or what kept it from being changed.', simpleResolvers: true })
export class UpdateCannedReplyPayload {
  @Field(() => CannedReply, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  cannedReply!: CannedReply | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'That the canned reply is gone, or what kept it.', simpleResolvers: true })
export class DeleteCannedReplyPayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  deletedCannedReplyId!: string | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
