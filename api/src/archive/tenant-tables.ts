import type { ClientBase } from 'pg';

/** A table as an archive has it. Names come from the catalog, and are quoted wherever they are written. */
export interface TenantTable {
  name: string;
  columns: string[];
  /** Of the columns, as the catalog calls them: `int4`, `_text`. */
  types: string[];
  key: string[];
}

interface CatalogRow extends TenantTable {
  refersTo: string[];
}

/** Those of the given tables that the schema has, each after those that it refers to. Generated columns are not among theirs. */
export async function readTenantTables(
  client: Pick<ClientBase, 'query'>,
  schemaName: string,
  names: readonly string[],
): Promise<TenantTable[]> {
  const { rows } = await client.query<CatalogRow>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_catalog.pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select y.typname::text from pg_catalog.pg_attribute a join pg_catalog.pg_type y on y.oid = a.atttypid
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as types,
       array(select a.attname::text from pg_catalog.pg_index i, unnest(i.indkey) with ordinality k (attnum, place), pg_catalog.pg_attribute a
         where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum order by k.place) as key,
       array(select distinct p.relname::text from pg_catalog.pg_constraint f join pg_catalog.pg_class p on p.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "refersTo"
     from unnest($2::text[]) name join pg_catalog.pg_class c on c.oid = to_regclass(format('%I.%I', $1::text, name))
     order by 1`,
    [schemaName, names],
  );
  return inOrder(rows);
}

function inOrder(rows: CatalogRow[]): TenantTable[] {
  const waiting = new Map(rows.map((row) => [row.name, row]));
  const ordered: TenantTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ refersTo }) => !refersTo.some((other) => waiting.has(other)));
    if (ready.length === 0)
      throw new Error(`expected no circle of foreign keys, got ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns, types, key } of ready) {
      waiting.delete(name);
      ordered.push({ name, columns, types, key });
    }
  }
  return ordered;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const listed = (columns: string[]): string => columns.map(quoted).join(', ');

const place = (schemaName: string, table: string): string => `${quoted(schemaName)}.${quoted(table)}`;

export const countRowsOf = (schemaName: string, { name }: TenantTable): string =>
  `select count(*) as rows from ${place(schemaName, name)}`;

/** In the order of the key, so that two archives of the same rows have the same checksums. */
export const copyOut = (schemaName: string, { name, columns, key }: TenantTable): string =>
  `copy (select ${listed(columns)} from ${place(schemaName, name)} order by ${listed(key)}) to stdout`;

export const copyIn = (schemaName: string, table: string, columns: string[]): string =>
  `copy ${place(schemaName, table)} (${listed(columns)}) from stdin`;

/** What the migrations have put there: the archive brings its own. */
export const emptyTable = (schemaName: string, { name }: TenantTable): string =>
  `delete from ${place(schemaName, name)}`;
