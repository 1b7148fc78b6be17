import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionTypes } from '../graphql/pagination';
import { UserError } from '../graphql/user-error';
import { TaskState } from '../task/task';

@ObjectType({
  description: 'Long work, as operators see it: how far it is, and nothing of what came of it.',
  simpleResolvers: true,
})
export class FleetTask extends TaskState {
  @Field(() => String, { nullable: true, description: 'The company it is about; null for the whole deployment.' })
  tenantSlug!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What came of work on the whole deployment, in a sentence; null until it is done, and of a company’s.',
  })
  summary!: string | null;
}

export const FleetTaskConnection = connectionTypes(FleetTask, 'tasks');

@InputType({ description: 'Long work that is not wanted any more.' })
export class CancelFleetTaskInput {
  @Field(() => ID, { description: 'The task’s id.' })
  id!: string;
}

@ObjectType({ description: 'The task, or why it was not begun or cancelled.', simpleResolvers: true })
export class FleetTaskPayload {
  @Field(() => FleetTask, { nullable: true, description: 'Null where `userErrors` says why not.' })
  task!: FleetTask | null;

  @Field(() => [UserError], { description: 'What kept it from being done.' })
  userErrors!: UserError[];
}
