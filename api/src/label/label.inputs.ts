import { Field, ID, InputType } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { LabelColour } from './label-colour';

@InputType({ description: 'A label to sort conversations and contacts by.' })
export class CreateLabelInput {
  @Field(() => String, { description: 'What it says.' })
  @Constraint({ minLength: 1, maxLength: 50 })
  name!: string;

  @Field(() => LabelColour, { defaultValue: LabelColour.GRAY, description: 'What it is known by at a glance.' })
  colour!: LabelColour;
}

@InputType({ description: 'What to change about a label. What is left out stays.' })
export class UpdateLabelInput {
  @Field(() => ID, { description: 'Which label.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it says from now on.' })
  @Constraint({ minLength: 1, maxLength: 50 })
  name?: string | null;

  @Field(() => LabelColour, { nullable: true, description: 'What it is known by from now on.' })
  colour?: LabelColour | null;
}

@InputType({ description: 'The label to delete.' })
export class DeleteLabelInput {
  @Field(() => ID, { description: 'Which label.' })
  id!: string;
}
