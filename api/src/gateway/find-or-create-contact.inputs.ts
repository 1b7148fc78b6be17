import { Field, InputType, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact';
import { CreateContactInput } from '../contact/contact.inputs';
import { Conversation } from '../conversation/conversation';
import { UserError } from '../graphql/user-error';

@InputType({
  description:
    'Whom to find: by `externalId`, else by `email`, else by `phone`. Whoever is found stays as they are; the other fields are for a new contact.',
})
export class FindOrCreateContactInput extends CreateContactInput {}

@ObjectType({ description: 'The contact, or what kept it from being made.', simpleResolvers: true })
export class FindOrCreateContactPayload {
  @Field(() => Contact, { nullable: true, description: 'Null where `userErrors` says why not.' })
  contact!: Contact | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was made now; null where `userErrors` says why not.',
  })
  isNew!: boolean | null;

  @Field(() => Conversation, {
    nullable: true,
    description:
      'Of those with the contact, the one that was written in last; of a new contact its first. Null where there is none.',
  })
  conversation!: Conversation | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
