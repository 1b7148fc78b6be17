import type { EntityManager } from 'typeorm';

/** The tables of a tenant's schema. Each noun adds its own, by declaring this interface again in its `.feature.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the nouns
export interface TenantTables {}

/** What a statement is written with. */
export interface Sql {
  tables: TenantTables;
  /** The parameter that stands for the value: `$1`. No value is ever part of the text. */
  bind(value: unknown): string;
}

/** `values` collects those of the parameters. */
export const sqlOf = (tables: TenantTables, values: unknown[]): Sql => ({
  tables,
  bind: (value) => `$${values.push(value)}`,
});

const byDataSource = new WeakMap<object, TenantTables>();
const tableName = /^[a-z][a-z_]{0,60}$/;

/** The tables of a manager's tenant as SQL writes them: `"t_…"."contacts"`. No statement rests on a search path. */
export function tablesOf(manager: EntityManager): TenantTables {
  const known = byDataSource.get(manager.connection);
  if (known) return known;
  const tables = tablesIn(schemaOf(manager));
  byDataSource.set(manager.connection, tables);
  return tables;
}

function schemaOf(manager: EntityManager): string {
  const { schema } = manager.connection.options as { schema?: string };
  if (!schema) throw new Error('expected the manager of a tenant, whose DataSource has a schema');
  return `"${schema}"`;
}

function tablesIn(schema: string): TenantTables {
  return new Proxy<Record<string, string>>(
    {},
    {
      get(written, name) {
        if (typeof name !== 'string' || !tableName.test(name))
          throw new Error(`expected the name of a table, got ${String(name)}`);
        written[name] ??= `${schema}."${name}"`;
        return written[name];
      },
    },
  ) as unknown as TenantTables;
}

/** No schema has this name. */
const anySchema = '"{schema}"';

/** For statements that are written once and serve every tenant (`forTenants`). */
export const tablesOfAny: TenantTables = tablesIn(anySchema);

/** A statement over `tablesOfAny`, as one tenant's. */
export function forTenants(text: string): (manager: EntityManager) => string {
  const pieces = text.split(anySchema);
  return (manager) => pieces.join(schemaOf(manager));
}
