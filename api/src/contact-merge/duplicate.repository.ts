import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { columnsOf } from '../database/columns';
import { countUpTo } from '../database/count-up-to';
import { type Sql, sqlOf, type TenantTables, tablesOf } from '../database/tables';
import type { PageRequest, Position } from '../graphql/pagination';
import { DuplicatePair, type DuplicateRow } from './duplicate';

export const mostDuplicates = 10;

/** Selects id and reasons of those that the contact of that alias was found to be alike to. */
export function duplicatesOf({ contact_duplicates }: TenantTables, alias: string): string {
  const pairs = (own: string, other: string) =>
    `select dp.${other} as id, dp.reasons from ${contact_duplicates} dp where dp.${own} = ${alias}.id and dp.dismissed_at is null`;
  return `select id, reasons from (${pairs('first_id', 'second_id')} union all ${pairs('second_id', 'first_id')}) found
    order by cardinality(reasons) desc, id limit ${mostDuplicates}`;
}

export function findDuplicates(
  manager: EntityManager,
  contactIds: readonly string[],
): Promise<(DuplicateRow & { of: string })[]> {
  const tables = tablesOf(manager);
  return manager.query(
    `select c.id as "of", dh.id, dh.reasons from ${tables.contacts} c
     cross join lateral (${duplicatesOf(tables, 'c')}) dh where c.id = any($1::uuid[])`,
    [contactIds],
  );
}

/** Of `contact_duplicates dp`. */
const pairColumns = columnsOf(DuplicatePair, 'dp');

export const positionOfPair = ({ foundAt, id }: DuplicatePair): Position => ({ key: foundAt, id });

/** The statement of a page, the latest found first: the columns, of `contact_duplicates dp`. */
export function pairPage({ tables, bind }: Sql, page: PageRequest, columns: string): string {
  const behind = page.after
    ? `and (dp.found_at, dp.id) < (${bind(page.after.key)}::timestamptz, ${bind(page.after.id)}::uuid)`
    : '';
  return `select ${columns} from ${tables.contact_duplicates} dp where dp.dismissed_at is null ${behind}
    order by dp.found_at desc, dp.id desc limit ${page.size + 1}`;
}

export const pairCount = ({ tables, bind }: Sql, atMost: number | null): string =>
  countUpTo(`select 1 from ${tables.contact_duplicates} dp where dp.dismissed_at is null`, atMost, bind);

export function listPairs(manager: EntityManager, page: PageRequest): Promise<DuplicatePair[]> {
  const values: unknown[] = [];
  return manager.query(pairPage(sqlOf(tablesOf(manager), values), page, pairColumns), values);
}

export async function countPairs(manager: EntityManager, atMost: number | null): Promise<number> {
  const values: unknown[] = [];
  const [row]: { count: number }[] = await manager.query(pairCount(sqlOf(tablesOf(manager), values), atMost), values);
  return row?.count ?? 0;
}

/** Two contacts of the tenant are two people, or may be one after all. Answers whether both exist. */
export async function setDismissed(
  manager: EntityManager,
  [one, other]: readonly [string, string],
  { now, isDismissed }: { now: Date; isDismissed: boolean },
): Promise<boolean> {
  const { contacts, contact_duplicates } = tablesOf(manager);
  const [first, second] = one < other ? [one, other] : [other, one];
  const both: unknown[] = await manager.query(
    `select id from ${contacts} where id = any($1::uuid[]) order by id for key share`,
    [[first, second]],
  );
  if (both.length < 2) return false;
  await manager.query(
    isDismissed
      ? `insert into ${contact_duplicates} as dp (id, first_id, second_id, reasons, found_at, dismissed_at) values ($3, $1, $2, '{}', $4, $4)
         on conflict (first_id, second_id) do update set dismissed_at = excluded.dismissed_at`
      : `update ${contact_duplicates} set dismissed_at = null where first_id = $1 and second_id = $2`,
    isDismissed ? [first, second, uuidV7({ msecs: now.getTime() }), now] : [first, second],
  );
  // What was dismissed before it was found has no reason yet.
  await manager.query(
    `delete from ${contact_duplicates} where first_id = $1 and second_id = $2 and dismissed_at is null and reasons = '{}'`,
    [first, second],
  );
  return true;
}
