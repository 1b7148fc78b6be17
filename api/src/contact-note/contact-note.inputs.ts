import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact';
import { Constraint } from '../graphql/constraint';
import { UserError } from '../graphql/user-error';
import { ContactNote } from './contact-note';

@InputType({ description: 'A note on a contact.' })
export class AddContactNoteInput {
  @Field(() => ID, { description: 'Which contact.' })
  contactId!: string;

  @Field(() => String, { description: 'Plain text. White space and lines within it are kept.' })
  @Constraint({ minLength: 1, maxLength: 10_000 })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own. Sent again with the same input within 24 hours, it answers the first note and writes none.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'The note to delete.' })
export class DeleteContactNoteInput {
  @Field(() => ID, { description: 'Which note.' })
  id!: string;
}

@ObjectType({ description: 'The written note, or what kept it from being written.', simpleResolvers: true })
export class AddContactNotePayload {
  @Field(() => ContactNote, { nullable: true, description: 'Null where `userErrors` says why not.' })
  note!: ContactNote | null;

  @Field(() => Contact, { nullable: true, description: 'Whom it is about; null where `userErrors` says why not.' })
  contact!: Contact | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'That the note is gone, or what kept it.', simpleResolvers: true })
export class DeleteContactNotePayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  deletedNoteId!: string | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
