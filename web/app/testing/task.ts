import type { MockLink } from '@apollo/client/testing';
import { TaskProgressDocument, type TaskProgressQuery, TasksDocument } from '../generated/graphql';

type Task = NonNullable<TaskProgressQuery['task']>;

export const newTask = (more: Partial<Task> = {}): Task => ({
  __typename: 'Task',
  id: 'task',
  kind: 'exportArchive',
  status: 'RUNNING',
  done: 0,
  total: null,
  step: null,
  failure: null,
  endedAt: null,
  result: null,
  ...more,
});

/** As it is at its end. */
export const endedTask = (more: Partial<Task> = {}): Task =>
  newTask({ status: 'DONE', endedAt: new Date().toISOString(), ...more });

export const tasksAre = (...tasks: Task[]): MockLink.MockedResponse => ({
  request: { query: TasksDocument },
  result: { data: { tasks: { __typename: 'TaskConnection', nodes: tasks } } },
});

export const taskIs = (task: Task, times = 1): MockLink.MockedResponse => ({
  request: { query: TaskProgressDocument, variables: { id: task.id } },
  result: { data: { task } },
  maxUsageCount: times,
});
