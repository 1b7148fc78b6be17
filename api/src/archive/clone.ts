import { randomUUID } from 'node:crypto';
import { tablesOf } from '../database/tables';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';
import { storeOf } from './archive-store';
import { exportArchive } from './export-archive';
import { bringIn, type Report } from './import-archive';
import { masking } from './masks';

const dayMs = 24 * 3_600_000;
const sandboxDays = 14;

/** Of custom fields: those whose values have to be among choices, or of a kind. */
const keptKinds = ['number', 'date', 'boolean', 'choice', 'choices'];

interface CloneWork {
  tenancy: Tenancy;
  tenant: Tenant;
  name: string;
  ownerId: string | null;
  report: Report;
  signal?: AbortSignal;
}

interface Cloned {
  tenantId: string;
  slug: string;
  endsAt: string;
}

/**
 * A sandbox: a copy of the company in which whatever tells of people is invented, on its way out already, so that nothing real ever lies in
 * the copy or on the way. It has no jobs, keys and members but its owner, and is dropped when its time is over.
 */
export async function cloneCompany({ tenancy, tenant, name, ownerId, report, signal }: CloneWork): Promise<Cloned> {
  const store = storeOf(tenancy);
  const alter = masking(tenancy.secret, await keptFields(tenancy, tenant));
  const place = `clones/${randomUUID()}.atrium.zst`;
  const aborting = signal && { signal };
  try {
    await store.put(place, (sink) =>
      exportArchive({
        tenancy,
        tenant,
        sink,
        alter,
        report: (done, total) => report(done, total, 'Masking'),
        ...aborting,
      }),
    );
    const work = { tenancy, source: store.read(place), name, reason: 'sandbox', report, ...aborting };
    return await bringIn(work, async (hidden) => {
      const until = new Date(Date.now() + sandboxDays * dayMs);
      await tenancy.hidden.show(hidden, { ownerId, jobs: [], sandbox: { of: tenant.id, until } });
      const made = await tenancy.registry.findTenant(hidden.id);
      return { tenantId: hidden.id, slug: made?.slug ?? '', endsAt: until.toISOString() };
    });
  } finally {
    await store.remove(place);
  }
}

async function keptFields(tenancy: Tenancy, tenant: Tenant): Promise<Set<string>> {
  const manager = await tenancy.managerOf(tenant);
  const rows: { key: string }[] = await manager.query(
    `select key from ${tablesOf(manager).custom_fields} where kind = any($1)`,
    [keptKinds],
  );
  return new Set(rows.map(({ key }) => key));
}
