import type { Query } from '../../access/registry-transaction';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import type { Tenancy } from '../tenancy';
import type { Tenant } from '../tenant';
import { queryOf } from './query-of';
import { type Receipt, type SignedReceipt, signReceipt } from './receipt';
import { type Begun, receiptOf } from './receipt-text';
import { removeSomeRows, tablesOfTenants } from './registry-rows';
import { requireSigningKey } from './signing-key';

/** Removes what is kept of a company elsewhere; may be begun anew. Answers how many there were. */
export type Outside = (tenant: Pick<Tenant, 'id'>, tenancy: Tenancy) => Promise<number>;

export interface DroppingRules {
  backupRetentionDays: number | null;
  outside: Record<string, Outside>;
}

/** Told after each step. */
export interface Dropped {
  what: string;
  count: number;
}

/** What of a company has been removed so far, with its receipt to come. */
type Kind = 'tables' | 'registry' | 'outside';

/**
 * The end of a company, in steps: each table of its schema, the registry's rows some thousands at a time, what lies elsewhere, and last of all
 * schema, role and the company's own row with the signed receipt. A step and the note of what it removed are one transaction: where the
 * process is killed between any two statements, the next one goes on, and the receipt tells what was there.
 */
export class Dropping {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly rules: DroppingRules,
  ) {}

  /** Of one that is dropped already, its receipt again. Errors: `Refusal` where there is none whose time has come. */
  async drop(id: string, onProgress: (dropped: Dropped) => void = () => undefined): Promise<Receipt> {
    const begun = await this.begin(id);
    if (typeof begun !== 'string') return begun;
    const schemaName = begun;
    this.tenancy.forgetTenants();
    this.tenancy.pools.forget(schemaName);
    await this.tenancy.hidden.dropAside(id);
    for (const table of await this.tablesOf(schemaName)) {
      const count = await this.dropTable(id, schemaName, table);
      onProgress({ what: table, count });
    }
    for (const [what, remove] of Object.entries(this.rules.outside)) {
      const count = await remove({ id }, this.tenancy);
      await this.step(id, (query) => note(query, id, 'outside', what, count));
      onProgress({ what, count });
    }
    for (const table of await this.inTransaction(tablesOfTenants)) {
      const count = await this.removeRows(id, table);
      if (count > 0) onProgress({ what: table, count });
    }
    const { receipt } = await this.finish(id, schemaName);
    this.tenancy.forgetTenants();
    return receipt;
  }

  /** From here on nobody takes it back. Answers its schema, or the receipt where all is done already. Whom to write to is noted before they belong to nothing. */
  private begin(id: string): Promise<string | Receipt> {
    return this.inTransaction(async (query) => {
      const [tenant] = await query<Pick<Tenant, 'schemaName' | 'slug' | 'status'>>(
        `select schema_name as "schemaName", slug, status from public.tenants
         where id = $1 and (status = 'dropping' or (status = 'deleting' and status_until <= now())) for no key update`,
        [id],
      );
      if (!tenant) return requireDropped(query, id);
      if (tenant.status === 'dropping') return tenant.schemaName;
      const owners = await query<{ email: string }>(
        `select a.email from public.memberships m join public.accounts a on a.id = m.account_id
         where m.tenant_id = $1 and m.role = 'owner' order by m.created_at limit ${mostMails}`,
        [id],
      );
      await query(`update public.tenants set status = 'dropping', updated_at = now() where id = $1`, [id]);
      await query(
        `insert into public.deletion_receipts as known (tenant_id, slug, asked_by_name, begun_at, mail_to) values ($1, $2, 'nobody', now(), $3)
         on conflict (tenant_id) do update set begun_at = excluded.begun_at, mail_to = excluded.mail_to, slug = excluded.slug`,
        [id, tenant.slug, owners.map(({ email }) => email)],
      );
      return tenant.schemaName;
    });
  }

  private tablesOf(schemaName: string): Promise<string[]> {
    return this.inTransaction(async (query) => {
      const rows = await query<{ name: string }>(
        `select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`,
        [schemaName],
      );
      return rows.map(({ name }) => name);
    });
  }

  /** Counted and dropped at once. Answers how many rows it had. */
  private dropTable(id: string, schemaName: string, table: string): Promise<number> {
    return this.step(id, async (query) => {
      const name = `"${schemaName}"."${table.replaceAll('"', '""')}"`;
      const [known] = await query<{ isThere: boolean }>('select to_regclass($1) is not null as "isThere"', [name]);
      // Another process drops it as well, and was first.
      if (!known?.isThere) return 0;
      // Before the count, so that it is of what is dropped.
      await query(`lock table ${name} in access exclusive mode`);
      const [row] = await query<{ count: number }>(`select count(*) as count from ${name}`);
      const count = row?.count ?? 0;
      await query(`drop table ${name} cascade`);
      await note(query, id, 'tables', table, count);
      return count;
    });
  }

  private async removeRows(id: string, table: string): Promise<number> {
    for (let sum = 0; ; ) {
      const count = await this.step(id, async (query) => {
        const gone = await removeSomeRows(query, table, id);
        if (gone > 0) await note(query, id, 'registry', table, gone);
        return gone;
      });
      if (count === 0) return sum;
      sum += count;
    }
  }

  private finish(id: string, schemaName: string): Promise<SignedReceipt> {
    return this.inTransaction(async (query) => {
      const [tenant] = await query<Pick<Tenant, 'name' | 'slug'>>(
        `select name, slug from public.tenants where id = $1 and status = 'dropping' for update`,
        [id],
      );
      // Another process drops it as well, and has come to the end.
      if (!tenant) return requireReceipt(query, id);
      await query(`drop schema if exists "${schemaName}" cascade`);
      await query(`drop role if exists "${schemaName}"`);
      await query('update public.former_slugs set tenant_id = null where tenant_id = $1', [id]);
      await query('insert into public.former_slugs (slug) values ($1) on conflict (slug) do nothing', [tenant.slug]);
      await query('delete from public.tenants where id = $1', [id]);
      const [begun] = await query<Begun>(
        `select asked_at as "askedAt", asked_by as "askedBy", asked_by_name as "askedByName", begun_at as "begunAt", removed, now() as "droppedAt"
         from public.deletion_receipts where tenant_id = $1`,
        [id],
      );
      if (!begun) throw new Error('expected the receipt that was begun');
      const receipt = receiptOf({ id, schemaName, ...tenant }, begun, this.rules.backupRetentionDays);
      const signed = signReceipt(receipt, await requireSigningKey(query));
      await query('update public.deletion_receipts set document = $2, dropped_at = $3 where tenant_id = $1', [
        id,
        JSON.stringify(signed, null, 2),
        begun.droppedAt,
      ]);
      return signed;
    });
  }

  /** A step while the company is being dropped: two processes at once take turns. */
  private step<T>(id: string, work: (query: Query) => Promise<T>): Promise<T> {
    return this.inTransaction(async (query) => {
      await query(`select from public.tenants where id = $1 for no key update`, [id]);
      return work(query);
    });
  }

  private inTransaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.tenancy.migrator.inTransaction((runner) => work(queryOf(runner)));
  }
}

const mostMails = 20;

/** Added to what the receipt has of it already. */
async function note(query: Query, id: string, kind: Kind, what: string, count: number): Promise<void> {
  await query(
    `update public.deletion_receipts
     set removed = jsonb_set(removed, array[$2::text], coalesce(removed -> $2::text, '{}') ||
       jsonb_build_object($3::text, coalesce((removed #>> array[$2::text, $3::text])::bigint, 0) + $4::bigint))
     where tenant_id = $1`,
    [id, kind, what, count],
  );
}

/** Errors: `Refusal` where the company is there, or never was. */
async function requireDropped(query: Query, id: string): Promise<Receipt> {
  const [row] = await query<{ isDropped: boolean }>(
    'select document is not null as "isDropped" from public.deletion_receipts where tenant_id = $1',
    [id],
  );
  if (!row?.isDropped) throw new Refusal(notDue());
  return (await requireReceipt(query, id)).receipt;
}

async function requireReceipt(query: Query, id: string): Promise<SignedReceipt> {
  const [row] = await query<{ document: string | null }>(
    'select document from public.deletion_receipts where tenant_id = $1',
    [id],
  );
  if (!row?.document) throw new Error('expected the receipt of a company that is no more');
  return JSON.parse(row.document) as SignedReceipt;
}

const notDue = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['id'],
  message: 'There is no company with this id whose grace period is over.',
});
