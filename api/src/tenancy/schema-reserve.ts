import type { QueryRunner } from 'typeorm';
import type { Migrator } from './fleet/migrator';
import type { RoleReserve } from './role-reserve';
import { schemaNameFrom } from './schema-name';

/** Any fixed number: one process at a time makes a schema for the reserve. */
const reserveLock = 4_701_766;

interface Reserved {
  /** Of the tenant to come. Its role exists. */
  id: string;
  /** Of its schema; null where there is none yet. */
  version: string | null;
}

/**
 * Schemas of tenants to come, whole and empty. PostgreSQL makes one in some 60 ms, most of what a registration takes: here it has done so
 * before somebody waits. Nobody but its role, which no company has yet, has rights on one.
 */
export class SchemaReserve {
  private filling: Promise<void> | null = null;
  private isClosed = false;

  /** `size` is how many are ready, at most. */
  constructor(
    private readonly migrator: Migrator,
    private readonly roles: RoleReserve,
    private readonly size: number,
  ) {}

  /**
   * Within the registration's transaction: the oldest schema, which may be of an earlier version, or a role alone where no schema is left.
   * Null where there is no role either. What a later program has made waits for that.
   */
  async take(runner: QueryRunner): Promise<Reserved | null> {
    const [rows]: [Reserved[], number] = await runner.query(
      `delete from public.schema_reserve where tenant_id = (
         select tenant_id from public.schema_reserve where schema_version <= $1
         order by tenant_id limit 1 for update skip locked)
       returning tenant_id as id, schema_version as version`,
      [this.migrator.latest],
    );
    if (rows[0]) return rows[0];
    const id = await this.roles.take(runner);
    return id === null ? null : { id, version: null };
  }

  /** Within a registration's transaction that turns out to need none. */
  async putBack(runner: QueryRunner, { id, version }: Reserved): Promise<void> {
    if (version === null) return this.roles.putBack(runner, id);
    await keep(runner, id, version);
  }

  fillRoles(): Promise<void> {
    return this.roles.fill();
  }

  /** One after the other, each in a transaction of its own, so that registrations come in between. */
  fill(): Promise<void> {
    this.filling ??= this.fillNow().finally(() => {
      this.filling = null;
    });
    return this.filling;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.filling?.catch(() => undefined);
  }

  private async fillNow(): Promise<void> {
    await this.roles.fill();
    while (!this.isClosed && (await this.migrator.inTransaction((runner) => this.addOne(runner))));
  }

  /** Answers whether it did: not where there are enough, or another process is at it. */
  private async addOne(runner: QueryRunner): Promise<boolean> {
    const [lock]: { isOurs: boolean }[] = await runner.query('select pg_try_advisory_xact_lock($1) as "isOurs"', [
      reserveLock,
    ]);
    if (!lock?.isOurs) return false;
    // A statement of its own: it sees what the one who had the lock before has made.
    const [ready]: { count: number }[] = await runner.query(
      'select count(*)::int as count from public.schema_reserve where schema_version <= $1',
      [this.migrator.latest],
    );
    if ((ready?.count ?? 0) >= this.size) return false;
    const id = await this.roles.take(runner);
    if (id === null) return false;
    await keep(runner, id, await this.migrator.createSchema(runner, schemaNameFrom(id)));
    return true;
  }
}

async function keep(runner: QueryRunner, id: string, version: string): Promise<void> {
  await runner.query('insert into public.schema_reserve (tenant_id, schema_name, schema_version) values ($1, $2, $3)', [
    id,
    schemaNameFrom(id),
    version,
  ]);
}
