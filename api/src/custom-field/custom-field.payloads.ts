import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error';
import { CustomField } from './custom-field';
import { usualFields } from './custom-field.repository';

const userErrorsDescription = 'What to change about the input; empty on success.';

@ObjectType({ description: 'The new custom field, or what kept it from being made.', simpleResolvers: true })
export class CreateCustomFieldPayload {
  @Field(() => CustomField, { nullable: true, description: 'Null where `userErrors` says why not.' })
  customField!: CustomField | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The changed custom field, or what kept it from being changed.', simpleResolvers: true })
export class UpdateCustomFieldPayload {
  @Field(() => CustomField, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  customField!: CustomField | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'All custom fields, or what kept this one from being moved.', simpleResolvers: true })
export class MoveCustomFieldPayload {
  @Field(() => [CustomField], {
    nullable: true,
    description: 'In their order by now; null where `userErrors` says why not.',
    complexity: ({ childComplexity }) => usualFields * (1 + childComplexity),
  })
  customFields!: CustomField[] | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'That the custom field is gone, or what kept it.', simpleResolvers: true })
export class DeleteCustomFieldPayload {
  @Field(() => ID, { nullable: true, description: 'For `restoreCustomField`; null where `userErrors` says why not.' })
  deletedCustomFieldId!: string | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The restored custom field, or what kept it from being restored.', simpleResolvers: true })
export class RestoreCustomFieldPayload {
  @Field(() => CustomField, { nullable: true, description: 'In the last place; null where `userErrors` says why not.' })
  customField!: CustomField | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'That the values will be gone, or what kept them.', simpleResolvers: true })
export class PurgeCustomFieldPayload {
  @Field(() => ID, { nullable: true, description: 'Nothing knows it any more; null where `userErrors` says why not.' })
  purgedCustomFieldId!: string | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}
