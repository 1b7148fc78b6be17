import { Field, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact';
import { UserError } from '../graphql/user-error';
import { ContactMerge } from './contact-merge';

const userErrorsDescription = 'What to change about the input; empty on success.';

@ObjectType({ description: 'The contact that remains, or what kept the two from being merged.', simpleResolvers: true })
export class MergeContactsPayload {
  @Field(() => Contact, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  contact!: Contact | null;

  @Field(() => ContactMerge, { nullable: true, description: 'For `undoMerge`.' })
  merge!: ContactMerge | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Both contacts, or what kept them from being parted.', simpleResolvers: true })
export class UndoMergePayload {
  @Field(() => Contact, { nullable: true, description: 'The one that had remained.' })
  contact!: Contact | null;

  @Field(() => Contact, { nullable: true, description: 'The one that is back, with all that was moved away from it.' })
  restoredContact!: Contact | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({
  description: 'The contact that was named first, or what kept it from being told apart.',
  simpleResolvers: true,
})
export class DismissDuplicatePayload {
  @Field(() => Contact, { nullable: true, description: 'With what may still be its duplicates.' })
  contact!: Contact | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}
