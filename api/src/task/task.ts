import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeISO } from '../graphql/date-time';
import { JSONValue } from '../graphql/json-object';
import { connectionTypes } from '../graphql/pagination';

export enum TaskStatus {
  WAITING = 'waiting',
  RUNNING = 'running',
  DONE = 'done',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}

registerEnumType(TaskStatus, {
  name: 'TaskStatus',
  description: 'How far long work has come.',
  valuesConfig: {
    WAITING: { description: 'Its turn has not come yet.' },
    RUNNING: { description: 'Under way. Where the process that works on it ends, another goes on with it.' },
    DONE: { description: 'At its end.' },
    FAILED: { description: 'Given up; `failure` says why.' },
    CANCELLED: { description: 'Given up, since somebody asked for that.' },
  },
});

/** What whoever sees long work sees of it. No type of the schema: `Task` and `FleetTask` are. */
@ObjectType()
export abstract class TaskState {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'What is done, such as `exportArchive`.' })
  kind!: string;

  @Field(() => TaskStatus, { description: 'How far it has come.' })
  status!: TaskStatus;

  @Field(() => Float, { description: 'How much of `total` is done.' })
  done!: number;

  @Field(() => Float, { nullable: true, description: 'Of what `done` is a part; null where that is not known yet.' })
  total!: number | null;

  @Field(() => String, { nullable: true, description: 'What it is at, in words.' })
  step!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was given up, in a sentence.' })
  failure!: string | null;

  @Field(() => DateTimeISO, { description: 'When it was asked for.' })
  createdAt!: string;

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was done or given up.' })
  endedAt!: string | null;
}

@ObjectType({
  description: 'Work that takes longer than a request: it goes on when whoever asked for it goes away.',
  simpleResolvers: true,
})
export class Task extends TaskState {
  @Field(() => JSONValue, { nullable: true, description: 'What came of it, by kind; null until it is done.' })
  result!: unknown;

  @Field(() => DateTimeISO, { nullable: true, description: 'When its turn came.' })
  startedAt!: string | null;

  /** Null for one of the whole deployment. */
  tenantId!: string | null;

  /** Null for the operator of the machine. */
  askedBy!: string | null;
}

export const TaskConnection = connectionTypes(Task, 'tasks');
