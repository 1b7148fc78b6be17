import type { QueryRunner } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import type { Gateway, Migrator } from './fleet/migrator';
import { schemaNameFrom } from './schema-name';

const fullAt = 64;
const lowAt = 16;

/** Any fixed number: one process at a time fills the reserve. */
const reserveLock = 4_701_765;

/**
 * Ids of tenants to come, with their roles, made many at a time. Each new membership makes every backend look through all
 * memberships of the gateway at its next SET ROLE: once for 64 registrations, not for each.
 * The roles have rights on nothing until a registration takes them.
 */
export class RoleReserve {
  private filling: Promise<void> | null = null;

  constructor(private readonly migrator: Migrator) {}

  /** Within the registration's transaction: an id whose role exists; null where there is none left. */
  async take(runner: QueryRunner): Promise<string | null> {
    // TypeORM answers a DELETE with its rows and their number.
    const [rows]: [{ id: string }[], number] = await runner.query(
      `delete from public.role_reserve where tenant_id = (
         select tenant_id from public.role_reserve order by tenant_id limit 1 for update skip locked)
       returning tenant_id as id`,
    );
    return rows[0]?.id ?? null;
  }

  /** Within a registration's transaction that turns out to need none. */
  async putBack(runner: QueryRunner, id: string): Promise<void> {
    await runner.query('insert into public.role_reserve (tenant_id, role_name) values ($1, $2)', [
      id,
      schemaNameFrom(id),
    ]);
  }

  /** Where few are left. Those who call while it is being filled wait for that. */
  fill(): Promise<void> {
    this.filling ??= this.fillNow().finally(() => {
      this.filling = null;
    });
    return this.filling;
  }

  private async fillNow(): Promise<void> {
    const gateway = await this.migrator.gateway();
    await this.migrator.inTransaction(async (runner) => {
      await runner.query('select pg_advisory_xact_lock($1)', [reserveLock]);
      const [left]: { count: number }[] = await runner.query('select count(*)::int as count from public.role_reserve');
      const count = left?.count ?? 0;
      if (count >= lowAt) return;
      const ids = Array.from({ length: fullAt - count }, () => uuidV7());
      const roles = ids.map(schemaNameFrom);
      for (const role of roles) await createRole(runner, role, gateway);
      await runner.query(
        'insert into public.role_reserve (tenant_id, role_name) select * from unnest($1::uuid[], $2::text[])',
        [ids, roles],
      );
    });
  }
}

/**
 * A tenant's role, which the gateway may become. A superuser may become any role; memberships would only slow its SET ROLE. LOGIN without
 * a password: nobody can sign in with it, but an engine that opens connections as the current role (Citus) needs it.
 */
export async function createRole(runner: QueryRunner, name: string, { role, isSuperuser }: Gateway): Promise<void> {
  const member = isSuperuser ? '' : `role "${role.replaceAll('"', '""')}"`;
  await runner.query(`create role "${name}" login ${member}`);
}
