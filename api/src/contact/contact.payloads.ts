import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error';
import { Contact } from './contact';

const userErrorsDescription = 'What to change about the input; empty on success.';

@ObjectType({ description: 'The changed contact, or what kept it from being changed.', simpleResolvers: true })
export class UpdateContactPayload {
  @Field(() => Contact, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  contact!: Contact | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({
  description: 'The id of the deleted contact, or what kept it from being deleted.',
  simpleResolvers: true,
})
export class DeleteContactPayload {
  @Field(() => ID, { nullable: true, description: 'For `restoreContact`; null where `userErrors` says why not.' })
  deletedContactId!: string | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The restored contact, or what kept it from being restored.', simpleResolvers: true })
export class RestoreContactPayload {
  @Field(() => Contact, {
    nullable: true,
    description: 'With its conversations and messages; null where `userErrors` says why not.',
  })
  contact!: Contact | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The values that the tenant’s contacts can be filtered by.', simpleResolvers: true })
export class ContactFacets {
  @Field(() => [String], { description: 'Sources in alphabetical order, at most 50.' })
  sources!: string[];

  @Field(() => [String], { description: 'Companies in alphabetical order, at most 50.' })
  companies!: string[];
}
