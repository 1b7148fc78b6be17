import type { FleetJob } from '../jobs/jobs';
import type { Tenancy } from '../tenancy/tenancy';
import { ArchiveReason } from './archive';
import { ArchiveList } from './archive-list';
import { UpgradedMeanwhile } from './export-archive';
import { keepArchive } from './keep-archive';
import { StoreFailure } from './store/bucket-failure';
import { storeOf } from './store/store-of';
import { uploadsIn } from './uploads';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Of the day, by UTC: when nearly nobody is at work in most of the world's offices. */
const nightlyHour = 2;
/** A run ends after so long and comes up again at once, so that a process that is told to end need not wait for all companies. */
const runForMs = 20_000;
const atOnceMs = 1_000;

interface Unkept {
  id: string;
  /** Of the company's last event in the newest archive of it; null where there is none. */
  keptSeq: number | null;
}

/** In a row: to a store that is away for so many, the others would be in vain now. */
const mostStoreFailures = 3;

/**
 * Keeps each company once a night, one after the other, but where nothing has happened since it was last kept. One that cannot be kept keeps
 * no other from it. Errors: the first one's, once all others are kept, or the store is away, or the time is over; the run is repeated then,
 * later and later.
 */
export const keepNightlyArchives: FleetJob = async ({ tenancy, now }) => {
  if (!tenancy.archives?.isNightly) return new Date(now.getTime() + dayMs);
  const night = lastNight(now);
  const errors: unknown[] = [];
  let storeFailures = 0;
  for (const { id, keptSeq } of await keptBefore(tenancy, night)) {
    const isOver = Date.now() - now.getTime() > runForMs;
    if (isOver && errors.length === 0) return new Date(Date.now() + atOnceMs);
    if (isOver || storeFailures === mostStoreFailures) break;
    const error = await keepOne(tenancy, id, keptSeq).catch((reason: unknown) => reason);
    if (error !== undefined) errors.push(error);
    storeFailures = error instanceof StoreFailure ? storeFailures + 1 : 0;
  }
  if (errors.length > 0) throw errors[0];
  return new Date(night.getTime() + dayMs);
};

async function keepOne(tenancy: Tenancy, id: string, keptSeq: number | null): Promise<void> {
  const tenant = await tenancy.registry.findTenant(id);
  if (!tenant) return;
  const manager = await tenancy.managerOf(tenant);
  const [row]: { seq: number }[] = await manager.query(
    `select last_seq as seq from "${tenant.schemaName}".event_counter`,
  );
  if (keptSeq !== null && row?.seq === keptSeq) return;
  try {
    await keepArchive({ tenancy, tenant, reason: ArchiveReason.NIGHTLY, taskId: null, report: () => undefined });
  } catch (error) {
    // Its upgrade came in between: the next run keeps it.
    if (!(error instanceof UpgradedMeanwhile)) throw error;
  }
}

function lastNight(now: Date): Date {
  const night = new Date(now);
  night.setUTCHours(nightlyHour, 0, 0, 0);
  return night > now ? new Date(night.getTime() - dayMs) : night;
}

/** In any order, so that of those which fail slowly none keeps the same others from their turn each time. */
const keptBefore = ({ budget }: Tenancy, night: Date): Promise<Unkept[]> =>
  budget.query<Unkept>(
    `select t.id, newest.last_seq as "keptSeq"
     from public.tenants t left join lateral (
       select made_at, last_seq from public.archives a where a.tenant_id = t.id order by made_at desc, id desc limit 1) newest on true
     where t.status = 'active' and t.sandbox_of is null and (newest.made_at is null or newest.made_at < $1)
     order by random()`,
    [night],
  );

/** So long nobody writes to a file that is still written. */
const strayAfterMs = dayMs;

/** Those whose days are over, what a killed process has left, and what was sent here and not brought in. */
export const dropOldArchives: FleetJob = async ({ tenancy, now }) => {
  const { archives } = tenancy;
  if (archives) {
    // First, since it needs no store.
    await uploadsIn(archives.folder).forgetOld(now);
    const list = new ArchiveList(tenancy.budget);
    for (const { id, place } of await list.madeBefore(new Date(now.getTime() - archives.keepDays * dayMs))) {
      // The file first: one that nobody lists would stay for ever.
      await storeOf(tenancy).remove(place);
      await list.remove(id);
    }
    await storeOf(tenancy).removeStrays(new Date(now.getTime() - strayAfterMs), (names) => list.listedAmong(names));
  }
  return new Date(now.getTime() + hourMs);
};
