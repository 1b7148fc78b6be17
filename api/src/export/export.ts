import type { EntityManager } from 'typeorm';
import type { Permission } from '../access/permission';
import type { Tenant } from '../tenancy/tenant';

/** Its values by their columns' names. */
export type ExportedRow = Readonly<Record<string, string | null>>;

export interface ExportedList {
  columns: readonly string[];
  /** Of these, those whose text is JSON already. */
  json: readonly string[];
  /** Of those, which a file of cells has under another heading, and how it writes their JSON. */
  cells?: Readonly<Record<string, ExportedCell>>;
  /** Page by page, each read when it is asked for. */
  pages: AsyncIterable<readonly ExportedRow[]>;
}

export interface ExportedCell {
  heading: string;
  textOf(json: string): string;
}

/** A list that can be taken out as a file, under the name that it has as a query. */
export interface Export {
  needs: Permission;
  /** Of the query's arguments. */
  args: readonly string[];
  /** Errors: `BAD_USER_INPUT` naming the argument. */
  list(args: Record<string, unknown>, of: { manager: EntityManager; tenant: Tenant }): Promise<ExportedList>;
}

/** The first page is short, so that an answer begins soon. */
const firstPageSize = 200;
const pageSize = 1_000;

/** `read`: the rows behind the given one, one more than asked for where there are more. */
export async function* pagesOf<Row>(
  read: (after: Row | null, size: number) => Promise<Row[]>,
): AsyncGenerator<Row[], void> {
  let after: Row | null = null;
  for (let size = firstPageSize; ; size = pageSize) {
    const rows: Row[] = await read(after, size);
    yield rows.slice(0, size);
    if (rows.length <= size) return;
    after = rows[size - 1] ?? null;
  }
}
