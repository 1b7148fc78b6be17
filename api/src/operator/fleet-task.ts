import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../graphql/date-time';
import { connectionTypes } from '../graphql/pagination';
import { UserError } from '../graphql/user-error';
import { TaskStatus } from '../task/task';

@ObjectType({
  description: 'Long work, as operators see it: how far it is, and nothing of what came of it.',
  simpleResolvers: true,
})
export class FleetTask {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'What is done, such as `migrateFleet`.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'The company it is about; null for the whole deployment.' })
  tenantSlug!: string | null;

  @Field(() => TaskStatus, { description: 'How far it has come.' })
  status!: TaskStatus;

  @Field(() => Float, { description: 'How much of `total` is done.' })
  done!: number;

  @Field(() => Float, { nullable: true, description: 'Of what `done` is a part; null where that is not known yet.' })
  total!: number | null;

  @Field(() => String, { nullable: true, description: 'What it is at, in words.' })
  step!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What came of work on the whole deployment, in a sentence; null until it is done, and of a company’s.',
  })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was given up, in a sentence.' })
  failure!: string | null;

  @Field(() => DateTimeISO, { description: 'When it was asked for.' })
  createdAt!: string;

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was done or given up.' })
  endedAt!: string | null;
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
