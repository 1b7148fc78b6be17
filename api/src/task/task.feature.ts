import type { Feature } from '../graphql/feature';
import type { FleetJob } from '../jobs/jobs';
import { TaskResolver } from './task.resolver';
import { TaskStore } from './task-store';

const dayMs = 24 * 3_600_000;
const keptForMs = 90 * dayMs;

const forgetTasks: FleetJob = async ({ tenancy, now }) => {
  await new TaskStore(tenancy.budget).forget(new Date(now.getTime() - keptForMs));
  return new Date(now.getTime() + dayMs);
};

export const taskFeature: Feature = {
  resolvers: [TaskResolver],
  guards: { Task: 'tenant:own' },
  fleetJobs: { forgetTasks },
};
