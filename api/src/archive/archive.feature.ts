import type { Feature } from '../graphql/feature';
import type { FleetJob } from '../jobs/jobs';
import { ArchiveResolver } from './archive.resolver';
import { createSandboxTask, deleteSandboxTask, exportArchiveTask, importArchiveTask } from './archive.tasks';
import { dropOldArchives, keepNightlyArchives } from './nightly';
import { RewindResolver } from './rewind.resolver';
import { rewindTasks } from './rewind.tasks';

const everyMs = 5 * 60_000;

/** Sandboxes whose time is over, and what a killed process has left of companies that were to be brought in. */
const dropExpiredTenants: FleetJob = async ({ tenancy, now }) => {
  await tenancy.hidden.dropExpired();
  return new Date(now.getTime() + everyMs);
};

export const archiveFeature: Feature = {
  resolvers: [ArchiveResolver, RewindResolver],
  guards: { Archive: 'tenant:own', RewindContact: 'tenant:own' },
  fleetJobs: { dropExpiredTenants, dropOldArchives, keepNightlyArchives },
  tasks: {
    exportArchive: exportArchiveTask,
    importArchive: importArchiveTask,
    createSandbox: createSandboxTask,
    deleteSandbox: deleteSandboxTask,
    ...rewindTasks,
  },
};
