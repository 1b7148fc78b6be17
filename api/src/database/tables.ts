import type { EntityManager } from 'typeorm';

/** The tables of every tenant's schema, which its role may read and write. A test compares them with a live schema. */
export const tenantTables = [
  'contacts',
  'contact_activity',
  'conversations',
  'messages',
  'deleted_contacts',
  'idempotency_keys',
] as const;

export type TenantTable = (typeof tenantTables)[number];

const byDataSource = new WeakMap<object, Record<TenantTable, string>>();

/** The tables of a manager's tenant as SQL writes them: `"t_…"."contacts"`. No statement rests on a search path. */
export function tablesOf(manager: EntityManager): Record<TenantTable, string> {
  const known = byDataSource.get(manager.connection);
  if (known) return known;
  const { schema } = manager.connection.options as { schema?: string };
  if (!schema) throw new Error('expected the manager of a tenant, whose DataSource has a schema');
  const tables = Object.fromEntries(tenantTables.map((table) => [table, `"${schema}"."${table}"`])) as Record<
    TenantTable,
    string
  >;
  byDataSource.set(manager.connection, tables);
  return tables;
}
