import type { QueryRunner } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import type { Migrator } from './fleet/migrator';
import { insertTenant } from './provisioning';
import type { RoleReserve } from './role-reserve';
import { schemaNameFrom } from './schema-name';
import { type Tenant, TenantStatus } from './tenant';

/** A company that nobody sees yet: it is filled, and then shown, kept aside, or dropped. */
export interface HiddenTenant {
  id: string;
  slug: string;
  schemaName: string;
  version: string;
  /** Of its indexes, the statements: what has none is filled in a fraction of the time. */
  indexes: string[];
}

interface Shown {
  /** The account that owns it; null for one that an operator hands over later. */
  ownerId: string | null;
  /** What was to be done for it, and when. */
  jobs: readonly { kind: string; dueAt: string }[];
  /** Of a sandbox: whose copy it is, and when it ends. */
  sandbox?: { of: string; until: Date } | undefined;
  /** What else is to be true from that moment on, or not at all: in the same transaction. */
  along?: ((runner: QueryRunner) => Promise<void>) | undefined;
}

/** For how long a sandbox is there. */
export const sandboxDays = 14;

/** One that nobody has worked on for so long is left over from a process that was killed. Units: SQL. */
const aliveFor = `interval '15 minutes'`;

/** Makes companies that are to come from somewhere else, whole or not at all. */
export class HiddenTenants {
  constructor(
    private readonly migrator: Migrator,
    private readonly reserve: RoleReserve,
  ) {}

  /** With empty tables of that version. `reason` says what for, to operators. */
  async make({ name, version, reason }: { name: string; version: string; reason: string }): Promise<HiddenTenant> {
    for (;;) {
      const made = await this.migrator.inTransaction(async (runner): Promise<HiddenTenant | null> => {
        const id = await this.reserve.take(runner);
        if (id === null) return null;
        const schemaName = schemaNameFrom(id);
        await this.migrator.createSchema(runner, schemaName, version);
        const indexes = await takeIndexes(runner, schemaName, this.migrator.tables);
        const slug = await insertTenant(runner, { id, name, schemaName, version, status: TenantStatus.CREATING });
        await runner.query(
          `update public.tenants set status_reason = $2, status_until = now() + ${aliveFor} where id = $1`,
          [id, reason],
        );
        return { id, slug, schemaName, version, indexes };
      });
      if (made) return made;
      await this.reserve.fill();
    }
  }

  /** It is still worked on. */
  async keepAlive({ id }: Pick<HiddenTenant, 'id'>): Promise<void> {
    await this.migrator.inTransaction((runner) =>
      runner.query(
        `update public.tenants set status_until = now() + ${aliveFor} where id = $1 and status = 'creating'`,
        [id],
      ),
    );
  }

  /** Brings its tables to the newest version, with their indexes. Errors: the database's, where rows do not fit together. */
  async complete(hidden: HiddenTenant, more: (runner: QueryRunner) => Promise<void>): Promise<void> {
    const { id, schemaName, version, indexes } = hidden;
    await this.migrator.inTransaction(async (runner) => {
      await runner.query(`select set_config('search_path', quote_ident($1), true)`, [schemaName]);
      await runner.query(`set local maintenance_work_mem = '128MB'`);
      for (const statement of indexes) await runner.query(statement);
      const reached = await this.migrator.upgradeSchema(runner, schemaName, version);
      // Until statistics are gathered, plans would be those of empty tables.
      for (const table of this.migrator.tables) await runner.query(`analyze "${schemaName}"."${table}"`);
      await runner.query('update public.tenants set schema_version = $2 where id = $1', [id, reached]);
      await more(runner);
    });
  }

  /** From its completion on, people see it. */
  show(hidden: HiddenTenant, { ownerId, jobs, sandbox, along }: Shown): Promise<void> {
    return this.complete(hidden, async (runner) => {
      const { id } = hidden;
      if (ownerId !== null) {
        await runner.query(
          `insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, 'owner')`,
          [uuidV7(), ownerId, id],
        );
      }
      await runner.query(
        `insert into public.jobs (kind, tenant_id, due_at)
         select kind, $1, due_at from unnest($2::text[], $3::timestamptz[]) j (kind, due_at) on conflict do nothing`,
        [id, jobs.map(({ kind }) => kind), jobs.map(({ dueAt }) => dueAt)],
      );
      await runner.query(
        `update public.tenants set status = 'active', status_reason = null, sandbox_of = $2, status_until = $3, updated_at = now()
         where id = $1`,
        [id, sandbox?.of ?? null, sandbox?.until ?? null],
      );
      await along?.(runner);
    });
  }

  /**
   * Kept aside whole, seen by nobody, until then: beside the company that it is an earlier state of, whose role may read it. In a table of
   * its own that role writes down in what they differ.
   */
  setAside(hidden: HiddenTenant, { of, until }: { of: Pick<Tenant, 'id' | 'schemaName'>; until: Date }): Promise<void> {
    return this.complete(hidden, async (runner) => {
      const [side, live] = [`"${hidden.schemaName}"`, `"${of.schemaName}"`];
      await runner.query(`
        create table ${side}.differences (
          noun text not null,
          kind text not null,
          id uuid not null,
          contact_id uuid not null,
          name text not null,
          constraint differences_pkey primary key (noun, id)
        )`);
      await runner.query(`create index differences_contact_id_idx on ${side}.differences (contact_id)`);
      await runner.query(`grant usage on schema ${side} to ${live}`);
      for (const table of this.migrator.tables) await runner.query(`grant select on ${side}."${table}" to ${live}`);
      await runner.query(`grant select, insert, delete on ${side}.differences to ${live}`);
      await runner.query('update public.tenants set status_until = $2, sandbox_of = $3 where id = $1', [
        hidden.id,
        until,
        of.id,
      ]);
    });
  }

  /** Schema, role and what the registry knows of it. One that is seen by people is not dropped, but where it is a sandbox. */
  async drop(id: string): Promise<void> {
    await this.dropAside(id);
    await this.migrator.inTransaction(async (runner) => {
      const [rows]: [{ schemaName: string }[], number] = await runner.query(
        `delete from public.tenants where id = $1 and (status = 'creating' or sandbox_of is not null)
         returning schema_name as "schemaName"`,
        [id],
      );
      const schemaName = rows[0]?.schemaName;
      if (schemaName === undefined) return;
      await runner.query('delete from public.jobs where tenant_id = $1', [id]);
      await runner.query(`drop schema "${schemaName}" cascade`);
      await runner.query(`drop role "${schemaName}"`);
    });
  }

  /** What is kept aside of a company that goes: its role may read it, and cannot go before. */
  async dropAside(id: string): Promise<void> {
    const rows: { id: string }[] = await this.migrator.inTransaction((runner) =>
      runner.query(`select id from public.tenants where sandbox_of = $1 and status = 'creating'`, [id]),
    );
    for (const aside of rows) await this.drop(aside.id);
  }

  /**
   * Those whose time is over: sandboxes, what was kept aside, and what a killed process has left. Answers how many.
   * Errors: `AggregateError` of those that could not be dropped, which keep no other from it.
   */
  async dropExpired(): Promise<number> {
    const rows: { id: string }[] = await this.migrator.inTransaction((runner) =>
      runner.query(
        `select id from public.tenants
         where status_until < now() and (status = 'creating' or (status = 'active' and sandbox_of is not null))`,
      ),
    );
    const failures: unknown[] = [];
    for (const { id } of rows) await this.drop(id).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of ${rows.length} were not dropped`);
    return rows.length;
  }
}

/** Takes away the indexes that no constraint rests on. Answers the statements that make them again. */
async function takeIndexes(runner: QueryRunner, schemaName: string, tables: readonly string[]): Promise<string[]> {
  const rows: { name: string; statement: string }[] = await runner.query(
    `select c.relname::text as name, pg_get_indexdef(i.indexrelid) as statement
     from unnest($2::text[]) t (name)
     join pg_index i on i.indrelid = to_regclass(format('%I.%I', $1::text, t.name))
     join pg_class c on c.oid = i.indexrelid
     where not exists (select from pg_constraint k where k.conindid = i.indexrelid)
     order by 1`,
    [schemaName, tables],
  );
  for (const { name } of rows) await runner.query(`drop index "${schemaName}"."${name}"`);
  return rows.map(({ statement }) => statement);
}
