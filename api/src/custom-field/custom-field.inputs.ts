import { Field, ID, InputType, Int } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { CustomFieldKind } from './custom-field-kind';

@InputType({ description: 'A field for all contacts of the company.' })
export class CreateCustomFieldInput {
  @Field(() => String, { description: 'What people read. Its key is made from this, once.' })
  @Constraint({ minLength: 1, maxLength: 60 })
  name!: string;

  @Field(() => CustomFieldKind, { description: 'What it takes, for good.' })
  kind!: CustomFieldKind;

  @Field(() => [String], {
    nullable: true,
    description:
      'For `CHOICE` and `CHOICES`, and for these alone: 1 to 100 texts of at most 60 characters, without semicolons.',
  })
  options?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether new contacts must have a value.' })
  isRequired!: boolean;
}

@InputType({ description: 'What to change about a custom field. What is left out stays, as do key and kind.' })
export class UpdateCustomFieldInput {
  @Field(() => ID, { description: 'Which custom field.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What people read from now on.' })
  @Constraint({ minLength: 1, maxLength: 60 })
  name?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All options from now on, in order. Contacts keep what they have of those that are missing.',
  })
  options?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether new contacts must have a value from now on.' })
  isRequired?: boolean | null;
}

@InputType({ description: 'The custom field to move.' })
export class MoveCustomFieldInput {
  @Field(() => ID, { description: 'Which custom field.' })
  id!: string;

  @Field(() => Int, { description: 'Its place from now on, the first being 0; past the last it becomes the last.' })
  position!: number;
}

@InputType({ description: 'The custom field to delete.' })
export class DeleteCustomFieldInput {
  @Field(() => ID, { description: 'Which custom field.' })
  id!: string;
}

@InputType({ description: 'The deleted custom field to bring back.' })
export class RestoreCustomFieldInput {
  @Field(() => ID, { description: 'Which deleted custom field.' })
  id!: string;
}

@InputType({ description: 'The deleted custom field whose values are to go.' })
export class PurgeCustomFieldInput {
  @Field(() => ID, { description: 'Which deleted custom field.' })
  id!: string;
}
