import { z } from 'zod';
import { endTaskWith } from '../task/task-store';
import { TaskFailure, type TaskScope, type TaskWork } from '../task/tasks';
import type { Tenant } from '../tenancy/tenant';
import { ArchiveReason } from './archive';
import { cloneCompany } from './clone';
import { UpgradedMeanwhile } from './export-archive';
import { ArchiveDamaged } from './format';
import { importCompany } from './import-company';
import { keepArchive } from './keep-archive';
import { uploadsIn } from './uploads';

/** Errors: `TaskFailure` where the company is gone or closed meanwhile. */
export async function requireTenantOf({ task, tenancy }: TaskScope): Promise<Tenant> {
  const tenant = task.tenantId === null ? null : await tenancy.registry.findTenant(task.tenantId);
  if (!tenant) throw new TaskFailure('The company is not in use any more.');
  return tenant;
}

/** What is wrong with a file, or with the moment, is told to whoever asked. */
export async function telling<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const isForThem = error instanceof ArchiveDamaged || error instanceof UpgradedMeanwhile;
    throw isForThem ? new TaskFailure(error.message) : error;
  }
}

export const exportArchiveTask: TaskWork = async (scope) => {
  const { tenancy, task, report, signal } = scope;
  const tenant = await requireTenantOf(scope);
  return telling(() =>
    keepArchive({
      tenancy,
      tenant,
      reason: ArchiveReason.ASKED,
      taskId: task.id,
      report: (done, total) => report(done, total, 'Writing'),
      signal,
    }),
  );
};

const sandboxInput = z.object({ name: z.string() });

export const createSandboxTask: TaskWork = async (scope) => {
  const { tenancy, task, report, signal } = scope;
  const tenant = await requireTenantOf(scope);
  const { name } = sandboxInput.parse(task.input);
  return telling(() =>
    cloneCompany({
      tenancy,
      tenant,
      name,
      ownerId: task.askedBy,
      report,
      signal,
      along: (runner, cloned) => endTaskWith(runner, task.id, cloned),
    }),
  );
};

/** The company of the task is the sandbox itself. */
export const deleteSandboxTask: TaskWork = async (scope) => {
  const tenant = await requireTenantOf(scope);
  if (!tenant.isSandbox) throw new TaskFailure('The company is no sandbox.');
  await scope.tenancy.hidden.drop(tenant.id);
  scope.tenancy.pools.forget(tenant.schemaName);
  return null;
};

const importInput = z.object({ uploadId: z.uuid(), name: z.string().nullable() });

export const importArchiveTask: TaskWork = async (scope) => {
  const { tenancy, task, report, signal } = scope;
  const { id } = await requireTenantOf(scope);
  const { uploadId, name } = importInput.parse(task.input);
  if (!tenancy.archives) throw new TaskFailure('This deployment has no place for archives.');
  const uploads = uploadsIn(tenancy.archives.folder);
  if ((await uploads.sizeOf(id, uploadId)) === null) throw new TaskFailure('What was sent is not here any more.');
  const source = uploads.read(id, uploadId);
  try {
    const { tenantId, slug, rows } = await telling(() =>
      importCompany({
        tenancy,
        source,
        name,
        ownerId: task.askedBy,
        report,
        signal,
        // With the company: were it a step later, a kill between the two would bring in a second one.
        along: (runner, imported) =>
          endTaskWith(runner, task.id, { tenantId: imported.tenantId, slug: imported.slug, rows: imported.rows }),
      }),
    );
    await uploads.remove(id, uploadId);
    return { tenantId, slug, rows };
  } catch (error) {
    // A file that is damaged is not asked for again; one whose process ended is.
    if (error instanceof TaskFailure) await uploads.remove(id, uploadId);
    throw error;
  }
};
