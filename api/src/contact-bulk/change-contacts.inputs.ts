import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact';
import { UserError } from '../graphql/user-error';

export const mostAtOnce = 100;

@InputType({ description: 'Contacts, and what to change about each of them. What is left out stays.' })
export class ChangeContactsInput {
  @Field(() => [ID], { description: `Which contacts, at most ${mostAtOnce}.` })
  ids!: string[];

  @Field(() => [ID], { nullable: true, description: 'Labels to put on each besides those that it has.' })
  addLabelIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Labels to take off each.' })
  removeLabelIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '`true` deletes each as `deleteContact` does, `false` brings back those that were deleted in the last 30 days; others stay as they are.',
  })
  isDeleted?: boolean | null;
}

/** There are few at a time, though each of a hundred results may have some. */
const asOne = ({ childComplexity }: { childComplexity: number }): number => 1 + childComplexity;

@ObjectType({ description: 'What a contact was before, so that a change can be undone.', simpleResolvers: true })
export class ContactBefore {
  @Field(() => Boolean, { description: 'Whether it was among the deleted ones.' })
  isDeleted!: boolean;

  @Field(() => [ID], { description: 'The labels that it had.' })
  labelIds!: string[];
}

@ObjectType({ description: 'What became of one of many contacts.', simpleResolvers: true })
export class ContactChangeResult {
  @Field(() => ID, { description: 'As it was given.' })
  id!: string;

  @Field(() => Contact, {
    nullable: true,
    description: 'As it is now; null where it is deleted, and where `userErrors` says why not.',
  })
  contact!: Contact | null;

  @Field(() => ContactBefore, { nullable: true, description: 'As it was before; null where nothing was changed.' })
  before!: ContactBefore | null;

  @Field(() => [UserError], {
    description: 'Why this one was left as it was; empty on success.',
    complexity: asOne,
  })
  userErrors!: UserError[];
}

@ObjectType({
  description: 'What became of each contact, or what kept all from being changed.',
  simpleResolvers: true,
})
export class ChangeContactsPayload {
  @Field(() => [ContactChangeResult], {
    nullable: true,
    complexity: ({ childComplexity }) => mostAtOnce * (1 + childComplexity),
    description: 'In the order of the ids; null where `userErrors` says why nothing was changed.',
  })
  results!: ContactChangeResult[] | null;

  @Field(() => [UserError], {
    complexity: asOne,
    description: 'What to change about the input; empty on success.',
  })
  userErrors!: UserError[];
}
