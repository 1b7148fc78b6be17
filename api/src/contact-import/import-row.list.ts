import { ArgsType, Field } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { countUpTo } from '../database/count-up-to';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import { ForwardPageArgs, type PageRequest, type Position } from '../graphql/pagination';
import { ImportOutcome, type ImportRow, UndoOutcome } from './import-row';

@ArgsType()
export class ImportRowsArgs extends ForwardPageArgs {
  @Field(() => [ImportOutcome], { nullable: true, description: 'What became of the row is one of these.' })
  outcome?: ImportOutcome[] | null;

  @Field(() => [UndoOutcome], {
    nullable: true,
    description: 'What became of its contact, when the import was undone, is one of these.',
  })
  undone?: UndoOutcome[] | null;
}

/** Of `import_rows ir`: each field of the type. */
export const importRowFields: Record<keyof ImportRow, string> = {
  number: 'ir.number',
  outcome: 'ir.outcome',
  contactId: 'ir.contact_id',
  userErrors: `coalesce(ir.detail, '[]')`,
  undone: 'ir.undone',
};

const columns = Object.entries(importRowFields)
  .map(([field, expression]) => `${expression} as "${field}"`)
  .join(', ');

const conditionsOf = ({ bind }: Sql, importId: string, { outcome, undone }: ImportRowsArgs): string =>
  [
    `ir.import_id = ${bind(importId)}::uuid`,
    ...(outcome ? [`ir.outcome = any(${bind(outcome)}::text[])`] : []),
    ...(undone ? [`ir.undone = any(${bind(undone)}::text[])`] : []),
  ].join(' and ');

/** In the order of the file. */
export function listImportRows(
  manager: EntityManager,
  importId: string,
  args: ImportRowsArgs,
  page: PageRequest,
): Promise<ImportRow[]> {
  const values: unknown[] = [];
  const sql = sqlOf(tablesOf(manager), values);
  const beyond = page.after ? `and ir.number > ${sql.bind(page.after.key)}::int` : '';
  return manager.query(
    `select ${columns} from ${sql.tables.import_rows} ir where ${conditionsOf(sql, importId, args)} ${beyond}
     order by ir.number limit ${page.size + 1}`,
    values,
  );
}

export async function countImportRows(
  manager: EntityManager,
  importId: string,
  args: ImportRowsArgs,
  atMost: number | null,
): Promise<number> {
  const values: unknown[] = [];
  const sql = sqlOf(tablesOf(manager), values);
  const rows = `select 1 from ${sql.tables.import_rows} ir where ${conditionsOf(sql, importId, args)}`;
  const [row]: { count: number }[] = await manager.query(countUpTo(rows, atMost, sql.bind), values);
  return row?.count ?? 0;
}

/** Of an import. */
export const positionOfRow =
  (importId: string) =>
  ({ number }: ImportRow): Position => ({ key: String(number), id: importId });
