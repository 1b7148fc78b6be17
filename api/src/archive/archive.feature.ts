import type { Feature } from '../graphql/feature';
import type { FleetJob } from '../jobs/jobs';
import type { Outside } from '../tenancy/lifecycle/dropping';
import { ArchiveResolver } from './archive.resolver';
import { createSandboxTask, deleteSandboxTask, exportArchiveTask, importArchiveTask } from './archive.tasks';
import { dropOldArchives, keepNightlyArchives } from './nightly';
import { RewindResolver } from './rewind.resolver';
import { rewindTasks } from './rewind.tasks';
import { storeOf } from './store/store-of';
import { uploadsIn } from './uploads';

const everyMs = 5 * 60_000;

/** Sandboxes whose time is over, and what a killed process has left of companies that were to be brought in. */
const dropExpiredTenants: FleetJob = async ({ tenancy, now }) => {
  await tenancy.hidden.dropExpired();
  return new Date(now.getTime() + everyMs);
};

/** With the company, and with what was sent to it; its rows are gone by then. */
const removeArchives: Outside = async ({ id }, { archives }) => {
  if (!archives) return 0;
  await uploadsIn(archives.folder).removeAll(id);
  return storeOf({ archives }).removeAll(id);
};

export const archiveFeature: Feature = {
  resolvers: [ArchiveResolver, RewindResolver],
  guards: { Archive: 'tenant:own', RewindContact: 'tenant:own' },
  outside: { archives: removeArchives },
  fleetJobs: { dropExpiredTenants, dropOldArchives, keepNightlyArchives },
  tasks: {
    exportArchive: exportArchiveTask,
    importArchive: importArchiveTask,
    createSandbox: createSandboxTask,
    deleteSandbox: deleteSandboxTask,
    ...rewindTasks,
  },
};
