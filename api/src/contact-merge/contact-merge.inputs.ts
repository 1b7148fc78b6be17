import { Field, ID, InputType } from 'type-graphql';
import { Constraint } from '../graphql/constraint';

@InputType({ description: 'Two contacts that are one person.' })
export class MergeContactsInput {
  @Field(() => ID, { description: 'The contact that remains.' })
  intoId!: string;

  @Field(() => ID, {
    description:
      'The contact that is merged into it. Its conversations, notes and labels go to the other, and its id stands for the other from then on.',
  })
  fromId!: string;

  @Field(() => [String], {
    defaultValue: [],
    description:
      'Of which fields the value is taken from `fromId`, empty or not: `name`, `email`, `phone`, `externalId`, `company`, `position`, `source`, or a key of `metadata`. Of all others the contact that remains keeps its own, and takes what it has none of.',
  })
  @Constraint({ maxBytes: 10_000 })
  choose!: string[];
}

@InputType({ description: 'The merge to undo.' })
export class UndoMergeInput {
  @Field(() => ID, { description: 'Which merge.' })
  id!: string;
}

@InputType({ description: 'Two contacts that look like one person, and are two.' })
export class DismissDuplicateInput {
  @Field(() => ID, { description: 'The one.' })
  contactId!: string;

  @Field(() => ID, { description: 'The other.' })
  otherId!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'False takes it back.' })
  isDismissed!: boolean;
}
