import type { FleetJob } from '../jobs/jobs';
import { ArchiveList } from './archive-list';
import { storeOf } from './archive-store';
import { uploadsIn } from './uploads';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Those whose days are over, and what was sent here and not brought in. */
export const dropOldArchives: FleetJob = async ({ tenancy, now }) => {
  const { archives } = tenancy;
  if (archives) {
    const list = new ArchiveList(tenancy.budget);
    for (const { id, place } of await list.madeBefore(new Date(now.getTime() - archives.keepDays * dayMs))) {
      // The file first: one that nobody lists would stay for ever.
      await storeOf(tenancy).remove(place);
      await list.remove(id);
    }
    await uploadsIn(archives.folder).forgetOld(now);
  }
  return new Date(now.getTime() + hourMs);
};
