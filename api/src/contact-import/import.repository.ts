import type { EntityManager } from 'typeorm';
import { columnsOf } from '../database/columns';
import { countUpTo } from '../database/count-up-to';
import { insertRow } from '../database/insert-row';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import type { PageRequest, Position } from '../graphql/pagination';
import { notFound, Refusal, requireId } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { Import, ImportState } from './import';
import type { StartImportInput } from './import.inputs';

/** Of `imports im`. 30 days are 720 hours, in whatever zone the session is. */
export const undoableUntil = `(im.created_at + interval '720 hours')`;

export const importColumns = `${columnsOf(Import, 'im')}, ${undoableUntil} as "undoableUntil"`;

export const noImport = (field = 'importId') => notFound(field, 'import');

export function findImports(manager: EntityManager, ids: readonly string[]): Promise<Import[]> {
  const { imports } = tablesOf(manager);
  return manager.query(`select ${importColumns} from ${imports} im where im.id = any($1::uuid[])`, [ids]);
}

export const positionOfImport = ({ createdAt, id }: Import): Position => ({ key: createdAt, id });

/** The statement of a page, the newest first: the columns, of `imports im`. */
export function importPage({ tables, bind }: Sql, { after, size }: PageRequest, selected: string): string {
  const beyond = after
    ? `where (im.created_at, im.id) < (${bind(after.key)}::timestamptz, ${bind(after.id)}::uuid)`
    : '';
  return `select ${selected} from ${tables.imports} im ${beyond} order by im.created_at desc, im.id desc limit ${size + 1}`;
}

export const importCount = ({ tables, bind }: Sql, atMost: number | null): string =>
  countUpTo(`select 1 from ${tables.imports} im`, atMost, bind);

export function listImports(manager: EntityManager, page: PageRequest): Promise<Import[]> {
  const values: unknown[] = [];
  return manager.query(importPage(sqlOf(tablesOf(manager), values), page, importColumns), values);
}

export async function countImports(manager: EntityManager, atMost: number | null): Promise<number> {
  const values: unknown[] = [];
  const [row]: { count: number }[] = await manager.query(importCount(sqlOf(tablesOf(manager), values), atMost), values);
  return row?.count ?? 0;
}

export async function insertImport(
  { manager, id, now, actorId, append }: Write,
  { name, onDuplicate, rowCount, settings }: StartImportInput,
): Promise<Import> {
  const { imports } = tablesOf(manager);
  const [insert, values] = insertRow(imports, 'im', {
    id,
    name: name.trim(),
    // Of none there is nothing to wait for.
    state: rowCount === 0 ? ImportState.FINISHED : ImportState.RUNNING,
    on_duplicate: onDuplicate,
    settings: JSON.stringify(settings ?? {}),
    row_count: rowCount ?? null,
    actor_id: actorId,
    created_at: now,
    updated_at: now,
  });
  append({ type: 'importChanged', id });
  const [started]: Import[] = await manager.query(`${insert} returning ${importColumns}`, values);
  if (!started) throw new Error('expected the inserted import');
  return started;
}

/** Held until the transaction ends: whatever else is done to the import waits. Errors: `Refusal` where there is none. */
export async function requireImport(manager: EntityManager, importId: string): Promise<Import> {
  const { imports } = tablesOf(manager);
  const [found]: Import[] = await manager.query(
    `select ${importColumns} from ${imports} im where im.id = $1 for no key update`,
    [requireId('importId', importId, 'import')],
  );
  if (!found) throw new Refusal(noImport());
  return found;
}

/** One that is over stays as it is. Errors: `Refusal` where there is none. */
export async function finishImport({ manager, now, append }: Write, importId: string): Promise<Import> {
  const { imports } = tablesOf(manager);
  const found = await requireImport(manager, importId);
  if (found.state !== ImportState.RUNNING) return found;
  append({ type: 'importChanged', id: found.id });
  const [[finished]]: [Import[], number] = await manager.query(
    `update ${imports} im set state = $2, updated_at = $3 where im.id = $1 returning ${importColumns}`,
    [found.id, ImportState.FINISHED, now],
  );
  return finished ?? found;
}
