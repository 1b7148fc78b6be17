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

/** A file that is being sent, piece by piece: nothing is read before the piece before it was taken. */
export interface ExportedFile {
  pieces(): AsyncGenerator<string | Buffer, void>;
  /** For the audit log: what of it was handed out so far. */
  readonly told: string;
}

interface Exported {
  needs: readonly Permission[];
  /** Of the query's arguments. */
  args: readonly string[];
  /** Further ones, which are lists of texts. */
  lists?: readonly string[];
}

interface From {
  manager: EntityManager;
  tenant: Tenant;
}

/** A list that can be taken out as a file, under the name that it has as a query. */
export interface ListExport extends Exported {
  /** Errors: `BAD_USER_INPUT` naming the argument. */
  list(args: Record<string, unknown>, of: From): Promise<ExportedList>;
}

/** All that is known of one row, as JSON, under the name of the query that answers it. */
export interface WholeExport extends Exported {
  /** Errors: as above. */
  open(args: Record<string, unknown>, of: From): Promise<ExportedFile>;
}

export type Export = ListExport | WholeExport;

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
