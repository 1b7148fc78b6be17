import type { EntityManager } from 'typeorm';

/** The tables of a tenant's schema. Each noun adds its own, by declaring this interface again in its `.feature.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the nouns
export interface TenantTables {}

const byDataSource = new WeakMap<object, TenantTables>();
const tableName = /^[a-z][a-z_]{0,60}$/;

/** The tables of a manager's tenant as SQL writes them: `"t_…"."contacts"`. No statement rests on a search path. */
export function tablesOf(manager: EntityManager): TenantTables {
  const known = byDataSource.get(manager.connection);
  if (known) return known;
  const { schema } = manager.connection.options as { schema?: string };
  if (!schema) throw new Error('expected the manager of a tenant, whose DataSource has a schema');
  const tables = new Proxy<Record<string, string>>(
    {},
    {
      get(written, name) {
        if (typeof name !== 'string' || !tableName.test(name))
          throw new Error(`expected the name of a table, got ${String(name)}`);
        written[name] ??= `"${schema}"."${name}"`;
        return written[name];
      },
    },
  ) as unknown as TenantTables;
  byDataSource.set(manager.connection, tables);
  return tables;
}
