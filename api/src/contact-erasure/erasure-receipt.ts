import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { DateTimeISO } from '../graphql/date-time';
import { UserError } from '../graphql/user-error';

const usualTables = 5;

@ObjectType({ description: 'How much of one kind was removed.', simpleResolvers: true })
export class ErasedRows {
  @Field(() => String, { description: 'The table, such as `messages`.' })
  table!: string;

  @Field(() => Int, { description: 'Rows; at least one.' })
  count!: number;
}

@ObjectType({
  description: 'That a contact was erased for good: what of it, and where it may still be. It holds nothing personal.',
  simpleResolvers: true,
})
export class ErasureReceipt {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id!: string;

  @Field(() => ID, { description: 'The id that the contact had.' })
  contactId!: string;

  @Field(() => DateTimeISO, { description: 'When.' })
  erasedAt!: string;

  actorId!: string | null;

  @Field(() => [ErasedRows], {
    description: 'What was removed, by table.',
    complexity: ({ childComplexity }) => usualTables * (1 + childComplexity),
  })
  removed!: ErasedRows[];

  @Field(() => DateTimeISO, {
    nullable: true,
    description:
      'Until then a backup may still hold the contact; null where the operator has not said how long they are kept.',
  })
  backupsUntil!: string | null;

  @Field(() => [String], { description: 'Where something may remain, and of what kind: a sentence each.' })
  remains!: string[];
}

@InputType({ description: 'The contact to erase.' })
export class EraseContactInput {
  @Field(() => ID, { description: 'Of a contact, or of one that lies among the deleted ones.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its name, where somebody was asked to type it: with another one, nothing is erased.',
  })
  @Constraint({ maxLength: 200 })
  confirmName?: string | null;
}

@ObjectType({ description: 'The receipt, or what kept the contact from being erased.', simpleResolvers: true })
export class EraseContactPayload {
  @Field(() => ErasureReceipt, { nullable: true, description: 'Null where `userErrors` says why not.' })
  receipt!: ErasureReceipt | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
