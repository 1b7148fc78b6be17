import type { QueryRunner } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { claimKey } from '../database/idempotency';
import type { Migrator } from './fleet/migrator';
import { holdSlugs } from './lifecycle/slugs';
import { slugPattern, takenSlugs } from './registry';
import { schemaNameFrom } from './schema-name';
import type { SchemaReserve } from './schema-reserve';
import { nthSlug, slugFrom } from './slug';
import { TenantStatus } from './tenant';

export interface NewTenant {
  name: string;
  idempotencyKey: string | null;
  /** The account whose company it is; null for one that an operator makes, and hands over later. */
  ownerId?: string | null;
}

/**
 * Makes tenants. Registry row, schema, tables, indexes and grants, or a schema that waits with all of that, in one transaction: a
 * tenant exists whole or not at all, whatever is killed in between. Those that come at once wait for one of the owner's two connections.
 */
export class Provisioning {
  constructor(
    private readonly migrator: Migrator,
    private readonly reserve: SchemaReserve,
  ) {}

  /**
   * Answers the tenant's id; with a known idempotency key, the id of the tenant that its first use made.
   * Errors: `IdempotencyConflict` where the key was used for another name; `TooManyRequests` where too many wait.
   */
  async provision(newTenant: NewTenant): Promise<string> {
    for (;;) {
      const id = await this.migrator.inTransaction((runner) => this.attempt(runner, newTenant));
      if (id !== null) {
        // Ahead of need; if it fails, the next registration makes its schema itself.
        void this.reserve.fill().catch(() => undefined);
        return id;
      }
      await this.reserve.fillRoles();
    }
  }

  /** Null, and nothing done, where no role is in reserve. */
  private async attempt(
    runner: QueryRunner,
    { name, idempotencyKey, ownerId = null }: NewTenant,
  ): Promise<string | null> {
    const taken = await this.reserve.take(runner);
    if (taken === null) return null;
    const { id } = taken;
    const earlier = await claimKey(runner, {
      table: 'public.idempotency_keys',
      operation: 'createTenant',
      key: idempotencyKey,
      // Another account's company is not answered to whoever guesses its key.
      input: ownerId === null ? { name } : { name, ownerId },
      resultId: id,
      now: new Date(),
    });
    if (earlier !== null) {
      await this.reserve.putBack(runner, taken);
      return earlier;
    }
    const schemaName = schemaNameFrom(id);
    const version =
      taken.version === null
        ? await this.migrator.createSchema(runner, schemaName)
        : await this.migrator.upgradeSchema(runner, schemaName, taken.version);
    // Late, because whoever wants the same slug waits from here to the commit.
    await insertTenant(runner, { id, name, schemaName, version });
    if (ownerId !== null) {
      await runner.query(
        `insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, 'owner')`,
        [uuidV7(), ownerId, id],
      );
    }
    return id;
  }
}

/** Of two registrations that want the same slug at once, the second waits for the first one's commit and takes the next number. Answers its slug. */
export async function insertTenant(
  runner: QueryRunner,
  tenant: { id: string; name: string; schemaName: string; version: string; status?: TenantStatus },
): Promise<string> {
  const wanted = slugFrom(tenant.name);
  await holdSlugs((text, values) => runner.query(text, values));
  const rows: { slug: string }[] = await runner.query(takenSlugs, slugPattern(wanted));
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let n = 1; ; n += 1) {
    const slug = nthSlug(wanted, n);
    if (taken.has(slug)) continue;
    const inserted: unknown[] = await runner.query(
      `insert into public.tenants (id, name, slug, schema_name, status, schema_version)
       values ($1, $2, $3, $4, $6, $5) on conflict (slug) do nothing returning id`,
      [tenant.id, tenant.name, slug, tenant.schemaName, tenant.version, tenant.status ?? TenantStatus.ACTIVE],
    );
    if (inserted.length > 0) return slug;
  }
}
