import type { QueryRunner } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { claimKey } from '../database/idempotency';
import { noVersion } from './migration-list';
import type { Migrator } from './migrator';
import type { Registry } from './registry';
import { nthSlug, slugFrom } from './slug';

export interface NewTenant {
  name: string;
  idempotencyKey: string | null;
}

/**
 * Registry row, role, schema, tables, indexes and grants in one transaction: a tenant exists whole or not at all.
 * Answers the tenant's id; with a known idempotency key, the id of the tenant that its first use made.
 * Errors: `IdempotencyConflict` where the key was used for another name.
 */
export function provisionTenant(
  migrator: Migrator,
  registry: Registry,
  { name, idempotencyKey }: NewTenant,
): Promise<string> {
  return migrator.inTransaction(async (runner) => {
    const id = uuidV7();
    const earlier = await claimKey(runner, {
      table: 'public.idempotency_keys',
      operation: 'createTenant',
      key: idempotencyKey,
      input: { name },
      resultId: id,
    });
    if (earlier !== null) return earlier;

    const schemaName = schemaNameFrom(id);
    await insertTenant(runner, await registry.takenSlugs(slugFrom(name)), { id, name, schemaName });
    await createRole(runner, schemaName);
    await runner.query(`create schema "${schemaName}"`);
    await migrator.upgradeSchema(runner, schemaName, noVersion);
    return id;
  });
}

/** `t_` and the id in base 32: 28 characters, where PostgreSQL would silently cut a name at 63 bytes. */
function schemaNameFrom(id: string): string {
  return `t_${BigInt(`0x${id.replaceAll('-', '')}`)
    .toString(32)
    .padStart(26, '0')}`;
}

/** Of two registrations that want the same slug at once, the second waits for the first one's commit and takes the next number. */
async function insertTenant(
  runner: QueryRunner,
  taken: Set<string>,
  tenant: { id: string; name: string; schemaName: string },
): Promise<void> {
  const wanted = slugFrom(tenant.name);
  for (let n = 1; ; n += 1) {
    const slug = nthSlug(wanted, n);
    if (taken.has(slug)) continue;
    const inserted: unknown[] = await runner.query(
      `insert into public.tenants (id, name, slug, schema_name, status, schema_version)
       values ($1, $2, $3, $4, 'active', $5) on conflict (slug) do nothing returning id`,
      [tenant.id, tenant.name, slug, tenant.schemaName, noVersion],
    );
    if (inserted.length > 0) return;
  }
}

/** LOGIN without a password: nobody can sign in with it, but an engine that opens connections as the current role (Citus) needs it. */
async function createRole(runner: QueryRunner, role: string): Promise<void> {
  await runner.query(`create role "${role}" login`);
  const [current]: { isSuperuser: boolean }[] = await runner.query(
    `select rolsuper as "isSuperuser" from pg_roles where rolname = current_user`,
  );
  // A superuser may become any role; each membership would only make its first SET ROLE slower.
  if (!current?.isSuperuser) await runner.query(`grant "${role}" to current_user`);
}
