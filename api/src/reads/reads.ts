import type { Permission } from '../access/permission';
import { columnNames } from '../database/columns';
import type { Sql, TenantTables } from '../database/tables';
import type { PageRequest } from '../graphql/pagination';
import type { Tenant } from '../tenancy/tenant';

type Args = Readonly<Record<string, unknown>>;

/** What a field must be given besides its arguments; where it is not, nothing is compiled. */
export type Needs = (tenant: { schemaVersion: string }) => boolean;

/** Who asks, and of which tenant: what is known besides the arguments. */
export interface Asked {
  tenant: Tenant;
  askerId: string;
  may(permission: Permission): boolean;
}

/** One row, or null. */
export interface One {
  kind: 'one';
  /** GraphQL's name of the rows' type. */
  type: string;
  /** What follows WHERE, over the aliases of the row and of the one that it belongs to. */
  where(args: Args, sql: Sql, asked: Asked): string;
  /** Of whoever's it is, nothing but what the tenant's rows say: as long as nothing has happened there, it is answered as it was. */
  isKept?: boolean;
  needs?: Needs;
}

/** A page of rows, as a statement in reading direction that has one row more than the page. */
export interface ListStatement {
  page: PageRequest;
  /** `with …`: what text and count share. */
  with?: string;
  /** Whether its time depends on how much the tenant holds. */
  isLong?: boolean;
  /** Selects what the type's fields name; its rows get the type's alias. */
  text: string;
  /** The expression of the cursor's key, as text. */
  key: string;
  /** The expression of `totalCount`. Errors: like those of the field. */
  count(atMost: number | null): { text: string; isLong: boolean };
}

export interface Page {
  kind: 'page';
  type: string;
  /** Errors: any; the field then answers them itself. */
  list(args: Args, sql: Sql, asked: Asked): ListStatement;
  needs?: Needs;
}

/** An object without a row: each of its fields stands for itself. */
export interface Own {
  kind: 'own';
  type: string;
}

/** A list that is no connection: a SELECT of its rows, in their order. */
export interface List {
  kind: 'list';
  type: string;
  /** Under which the type's fields name a row. */
  alias: string;
  rows(args: Args, sql: Sql, asked: Asked): string;
  needs?: Needs;
}

/** A leaf whose expression has arguments, tables, or what the process knows of asker and tenant in it. */
export interface Computed {
  kind: 'computed';
  expression(args: Args, sql: Sql, asked: Asked): string;
  isLong: boolean;
  needs?: Needs;
}

/** A leaf is an expression over the alias of its row. */
export type FieldSql = string | Computed | One | Own | List | Page;

/** The rows of a GraphQL type. */
export interface RowSource {
  /** Under which expressions name a row; other than those of the types next to it. */
  alias: string;
  /** A table, or a SELECT in brackets, without its WHERE. */
  from(tables: TenantTables): string;
  /** Of an interface: which type a row is, by the values of an expression. */
  variants?: { by: string; types: Readonly<Record<string, string>> };
}

/** What a noun says of its fields in SQL. A field that it says nothing of is resolved, with the whole operation, by its resolver. */
export interface Reads {
  rows: Readonly<Record<string, RowSource>>;
  /** By type and field: `Contact.name`. */
  fields: Readonly<Record<string, FieldSql>>;
}

export const one = (type: string, where: One['where'], needs?: Needs): One => ({
  kind: 'one',
  type,
  where,
  ...(needs && { needs }),
});

/** The same fields, for tenants that have what they need. */
export const needing = (
  needs: Needs,
  fields: Record<string, Exclude<FieldSql, string | Own>>,
): Record<string, FieldSql> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, needs }]));

/** A row that is made of the tenant's rows alone, of which many are counted for it: not again before something has happened there. */
export const kept = (type: string): One => ({ kind: 'one', type, where: () => 'true', isKept: true });

export const own = (type: string): Own => ({ kind: 'own', type });

export const list = (type: string, alias: string, rows: List['rows']): List => ({ kind: 'list', type, alias, rows });

/** `isLong`: whether its time depends on how much the tenant holds. */
export const computed = (expression: Computed['expression'], isLong = false): Computed => ({
  kind: 'computed',
  expression,
  isLong,
});

export const page = (type: string, list: Page['list']): Page => ({ kind: 'page', type, list });

/** The columns of an entity as fields of the type that has its name. Those that the type does not have are never asked for. */
export function columnFields(EntityClass: new () => object, alias: string): Record<string, string> {
  return Object.fromEntries(
    columnNames(EntityClass).map(([property, column]) => [`${EntityClass.name}.${property}`, `${alias}.${column}`]),
  );
}

/** As `DateTimeISO` answers: `2026-11-24T09:30:00.000Z`. */
export const isoText = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** So many are soon counted, where no condition has to be looked for. */
const fewRows = 1_000;

/** Whether counting takes as long as the tenant is large. `conditions`: of a filter; those that are not given do not count. */
export const isLongCount = (atMost: number | null, conditions: object = {}): boolean =>
  atMost === null || atMost > fewRows || Object.values(conditions).some((value) => value !== null);

export const mergeReads = (reads: readonly Reads[]): Reads => ({
  rows: Object.assign({}, ...reads.map(({ rows }) => rows)),
  fields: Object.assign({}, ...reads.map(({ fields }) => fields)),
});
