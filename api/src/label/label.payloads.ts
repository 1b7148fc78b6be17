import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error';
import { Label } from './label';

@ObjectType({ description: 'The new label, or what kept it from being made.', simpleResolvers: true })
export class CreateLabelPayload {
  @Field(() => Label, { nullable: true, description: 'Null where `userErrors` says why not.' })
  label!: Label | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The changed label, or what kept it from being changed.', simpleResolvers: true })
export class UpdateLabelPayload {
  @Field(() => Label, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  label!: Label | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'That the label is gone, or what kept it.', simpleResolvers: true })
export class DeleteLabelPayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  deletedLabelId!: string | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
