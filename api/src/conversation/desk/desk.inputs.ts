import { Field, ID, InputType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { Priority } from '../priority';

@InputType({ description: 'Who is to answer a conversation.' })
export class AssignConversationInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The account of a member who may write; null, or left out, for nobody.',
  })
  assigneeId?: string | null;
}

@InputType({ description: 'What a conversation is about.' })
export class RenameConversationInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its subject from now on; null, or blank, for none.' })
  @Constraint({ maxLength: 200 })
  subject?: string | null;
}

@InputType({ description: 'How much a conversation matters.' })
export class SetConversationPriorityInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;

  @Field(() => Priority, { description: 'From now on.' })
  priority!: Priority;
}

@InputType({ description: 'What a conversation is sorted by.' })
export class SetConversationLabelsInput {
  @Field(() => ID, { description: 'Which conversation.' })
  id!: string;

  @Field(() => [ID], {
    description: 'All labels that it is to have, at most 20; those that are not named are taken off.',
  })
  labelIds!: string[];
}
