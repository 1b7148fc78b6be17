import { z } from 'zod';
import { TaskFailure, type TaskWork } from '../task/tasks';
import { ArchiveReason } from './archive';
import { requireTenantOf, telling } from './archive.tasks';
import { ArchiveList } from './archive-list';
import { keepArchive } from './keep-archive';
import { openRewind, takeOver } from './rewind';
import { storeOf } from './store/store-of';

const previewInput = z.object({ archiveId: z.uuid() });

const rewindPreview: TaskWork = async (scope) => {
  const { tenancy, task, report, signal } = scope;
  const tenant = await requireTenantOf(scope);
  const { archiveId } = previewInput.parse(task.input);
  const archive = await new ArchiveList(tenancy.budget).find(archiveId, tenant.id);
  if (!archive) throw new TaskFailure('The archive is not kept any more.');
  const source = storeOf(tenancy).read(archive.place);
  return telling(() => openRewind({ tenancy, tenant, source, report, signal }));
};

const takeOverInput = z.object({ rewindId: z.uuid(), contactIds: z.array(z.uuid()).nullable() });

const takeOverTask: TaskWork = async (scope) => {
  const { tenancy, task, report, signal } = scope;
  const tenant = await requireTenantOf(scope);
  const { rewindId, contactIds } = takeOverInput.parse(task.input);
  // So that what is replaced now can be looked back at, too.
  await telling(() =>
    keepArchive({ tenancy, tenant, reason: ArchiveReason.ASKED, taskId: task.id, report: () => undefined, signal }),
  );
  const contacts = await takeOver({ tenancy, tenant, report, signal }, rewindId, contactIds, task.askedBy);
  if (contacts === null) throw new TaskFailure('The earlier state is not kept any more; look at the archive again.');
  return { contacts };
};

export const rewindTasks: Record<string, TaskWork> = { rewindPreview, takeOver: takeOverTask };
