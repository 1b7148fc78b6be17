import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { tablesOf } from '../database/tables';
import { sandboxDays } from '../tenancy/hidden-tenants';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';

import { exportArchive } from './export-archive';
import { bringIn, type Report } from './import-archive';
import { masking } from './masks';
import { placeOfClone } from './store/archive-store';
import { storeOf } from './store/store-of';

const dayMs = 24 * 3_600_000;

/** Of custom fields: those whose values have to be among choices, or of a kind. */
const keptKinds = ['number', 'date', 'boolean', 'choice', 'choices'];

interface CloneWork {
  tenancy: Tenancy;
  tenant: Tenant;
  name: string;
  ownerId: string | null;
  report: Report;
  signal?: AbortSignal;
  /** In the transaction that shows it. */
  along?: (runner: QueryRunner, cloned: Cloned) => Promise<void>;
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
export async function cloneCompany(work: CloneWork): Promise<Cloned> {
  const { tenancy, tenant, name, ownerId, report, signal, along } = work;
  const store = storeOf(tenancy);
  const alter = masking(tenancy.secret, await keptFields(tenancy, tenant));
  const place = placeOfClone(randomUUID());
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
    const coming = { tenancy, source: store.read(place), name, reason: 'sandbox', report, ...aborting };
    return await bringIn(coming, async (hidden) => {
      const until = new Date(Date.now() + sandboxDays * dayMs);
      const cloned = { tenantId: hidden.id, slug: hidden.slug, endsAt: until.toISOString() };
      await tenancy.hidden.show(hidden, {
        ownerId,
        jobs: [],
        sandbox: { of: tenant.id, until },
        along: async (runner) => along?.(runner, cloned),
      });
      return cloned;
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
