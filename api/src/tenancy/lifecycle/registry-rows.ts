import type { Query } from '../../access/registry-transaction';

/** Of the registry, what a company's end leaves: its receipt, and where its addresses led, which are given to nobody else. */
const kept = ['tenants', 'deletion_receipts', 'former_slugs', 'role_reserve', 'schema_reserve'];

/** So many are removed in one transaction. */
const batch = 10_000;

/**
 * The registry's tables with rows of companies: whatever has a column `tenant_id`, so that a table which is added is not forgotten.
 * Those that other ones refer to come last.
 */
export async function tablesOfTenants(query: Query): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'tenant_id' and not a.attisdropped
       and c.relname <> all($1)
     order by exists (select from pg_constraint k where k.confrelid = c.oid and k.contype = 'f'), c.relname`,
    [kept],
  );
  return rows.map(({ name }) => name);
}

/** Some of the company's rows in that table. Answers how many; fewer than before where there are no more. */
export async function removeSomeRows(query: Query, table: string, tenantId: string): Promise<number> {
  const name = `public."${table.replaceAll('"', '""')}"`;
  const gone = await query(
    `delete from ${name} where ctid = any(array(select ctid from ${name} where tenant_id = $1 limit ${batch})) returning 1`,
    [tenantId],
  );
  return gone.length;
}
