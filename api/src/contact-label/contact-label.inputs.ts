import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact';
import { UserError } from '../graphql/user-error';
import { mostLabelsOfOne } from '../label/put-labels';

@InputType({ description: 'What a contact is sorted by.' })
export class SetContactLabelsInput {
  @Field(() => ID, { description: 'Which contact.' })
  id!: string;

  @Field(() => [ID], {
    description: `All labels that it is to have, at most ${mostLabelsOfOne}; those that are not named are taken off.`,
  })
  labelIds!: string[];
}

@ObjectType({
  description: 'The contact with its labels, or what kept it from having them.',
  simpleResolvers: true,
})
export class SetContactLabelsPayload {
  @Field(() => Contact, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  contact!: Contact | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
