import type { EntityManager } from 'typeorm';
import { inLoggedTransaction } from '../events/logged-transaction';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';
import { ArchiveList } from './archive-list';
import { compare, type Differences, type Sides } from './differences';
import { bringIn, type Report, type Source } from './import-archive';
import { takeOverContacts } from './take-over';

/** For so long an earlier state lies beside the company. */
const keptForMs = 2 * 24 * 3_600_000;

const contactsAtOnce = 50;
const sampleSize = 20;
const pageSize = 1_000;

interface RewindWork {
  tenancy: Tenancy;
  tenant: Tenant;
  report: Report;
  signal?: AbortSignal;
}

export interface Rewind extends Differences {
  rewindId: string;
  sample: DifferingContact[];
}

export interface DifferingContact {
  id: string;
  name: string;
  /** The contact's own row, labels or notes: `added` since, `changed`, `deleted`; or `conversations` where only these differ. */
  kind: string;
}

/** An archive's state beside the company, and in what the two differ. Errors: `ArchiveDamaged`. */
export async function openRewind({ source, ...work }: RewindWork & { source: Source }): Promise<Rewind> {
  const { tenancy, tenant, report } = work;
  const name = `${tenant.name.slice(0, 180)} (earlier)`;
  return bringIn({ ...work, source, name, reason: 'rewind' }, async (hidden, { trailer }) => {
    await tenancy.hidden.setAside(hidden, { of: tenant, until: new Date(Date.now() + keptForMs) });
    report(trailer.rows, trailer.rows, 'Comparing');
    const sides = sidesOf(tenant, hidden.schemaName);
    const differences = await tenancy.copies.write(tenant.schemaName, (client) => compare(client, sides));
    const sample = await listDiffering(await tenancy.managerOf(tenant), sides, null, sampleSize);
    return { rewindId: hidden.id, ...differences, sample };
  });
}

/** In the order of their ids. */
export function listDiffering(
  manager: EntityManager,
  { side, live }: Sides,
  after: string | null,
  limit: number,
): Promise<DifferingContact[]> {
  return manager.query(
    `select d.contact_id as id, coalesce(max(d.kind) filter (where d.noun = 'contact'), 'conversations') as kind,
       coalesce(max(d.name) filter (where d.noun = 'contact'), (select name from ${live}.contacts c where c.id = d.contact_id), '') as name
     from ${side}.differences d where $1::uuid is null or d.contact_id > $1
     group by d.contact_id order by d.contact_id limit $2`,
    [after, limit],
  );
}

export async function countDiffering(manager: EntityManager, { side }: Sides, atMost: number | null): Promise<number> {
  const [row]: { count: number }[] = await manager.query(
    `select count(*) as count from (select distinct contact_id from ${side}.differences limit $1) d`,
    [atMost],
  );
  return row?.count ?? 0;
}

/**
 * Chosen contacts, or all that were changed or deleted since, become what they were. Contacts that are new since stay. Each batch is one
 * transaction with its events; who is cut off begins again, which changes nothing twice. Answers how many; null where there is no such rewind.
 */
export async function takeOver(
  { tenancy, tenant, report, signal }: RewindWork,
  rewindId: string,
  chosen: readonly string[] | null,
  actorId: string | null,
): Promise<number | null> {
  const schemaName = await new ArchiveList(tenancy.budget).rewindSchema(rewindId, tenant.id);
  if (schemaName === null) return null;
  const sides = sidesOf(tenant, schemaName);
  const manager = await tenancy.managerOf(tenant);
  const ids = chosen ?? (await allDiffering(manager, sides));
  let taken = 0;
  for (let from = 0; from < ids.length; from += contactsAtOnce) {
    signal?.throwIfAborted();
    const { result } = await inLoggedTransaction(manager, { actorId }, (given) =>
      takeOverContacts(given.manager, given.append, sides, ids.slice(from, from + contactsAtOnce)),
    );
    taken += result.length;
    report(Math.min(from + contactsAtOnce, ids.length), ids.length, 'Taking over');
  }
  return taken;
}

async function allDiffering(manager: EntityManager, sides: Sides): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await listDiffering(manager, sides, ids.at(-1) ?? null, pageSize);
    ids.push(...page.map(({ id }) => id));
    if (page.length < pageSize) return ids;
  }
}

/** As SQL writes the company's schema, and that of the earlier state. */
export const sidesOf = ({ schemaName }: Pick<Tenant, 'schemaName'>, side: string): Sides => ({
  live: `"${schemaName}"`,
  side: `"${side}"`,
});
