import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import { notFound, Refusal, type UserError } from '../graphql/user-error';
import type { Labelled } from './put-labels';

/** What is left out, or null, changes nothing. */
export interface LabelChange {
  /** All that one is to have. */
  labelIds?: readonly string[] | null;
  addLabelIds?: readonly string[] | null;
  removeLabelIds?: readonly string[] | null;
}

interface Row {
  id: string;
}

/** By what has them. */
export async function listLabelIds(
  manager: EntityManager,
  { table, column }: Labelled,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { id: string; labelIds: string[] }[] = await manager.query(
    `select ${column} as id, array_agg(label_id) as "labelIds" from ${tablesOf(manager)[table]}
     where ${column} = any($1::uuid[]) group by ${column}`,
    [ids],
  );
  return new Map(rows.map(({ id, labelIds }) => [id, labelIds]));
}

/** What one that has these would have. */
export function labelsAfter(
  before: readonly string[],
  { labelIds, addLabelIds, removeLabelIds }: LabelChange,
): Set<string> {
  const after = new Set([...(labelIds ?? before), ...(addLabelIds ?? [])].map((id) => id.toLowerCase()));
  for (const id of removeLabelIds ?? []) after.delete(id.toLowerCase());
  return after;
}

/** Held until the end, so that none of them is deleted meanwhile. `inInput`: where the change stands. Errors: `Refusal`. */
export async function requireLabels(
  manager: EntityManager,
  { labelIds, addLabelIds }: LabelChange,
  inInput: (error: UserError) => UserError = (error) => error,
): Promise<void> {
  for (const [field, ids] of Object.entries({ labelIds, addLabelIds })) {
    const wanted = new Set((ids ?? []).map((id) => id.toLowerCase()));
    if (wanted.size === 0) continue;
    const { labels } = tablesOf(manager);
    const known: unknown[] = await manager.query(`select id from ${labels} where id = any($1::uuid[]) for key share`, [
      [...wanted],
    ]);
    if (known.length < wanted.size) throw new Refusal(inInput(notFound(field, 'label')));
  }
}

/** Answers the ids of those that did not have them so before. */
export async function changeLabels(
  manager: EntityManager,
  { table, column }: Labelled,
  ids: readonly string[],
  change: LabelChange,
): Promise<string[]> {
  const { labelIds, removeLabelIds } = change;
  const labelled = tablesOf(manager)[table];
  const removed = async (condition: string, labels: readonly string[]): Promise<Row[]> => {
    const [rows]: [Row[], number] = await manager.query(
      `delete from ${labelled} where ${column} = any($1::uuid[]) and label_id ${condition} returning ${column} as id`,
      [ids, labels],
    );
    return rows;
  };
  const changed: Row[] = [];
  if (labelIds) changed.push(...(await removed('<> all($2::uuid[])', labelIds)));
  const added = labelsAfter([], change);
  if (added.size > 0)
    changed.push(
      ...(await manager.query(
        `insert into ${labelled} (${column}, label_id)
         select o.id, l.id from unnest($1::uuid[]) as o(id), unnest($2::uuid[]) as l(id)
         on conflict do nothing returning ${column} as id`,
        [ids, [...added]],
      )),
    );
  if (removeLabelIds) changed.push(...(await removed('= any($2::uuid[])', removeLabelIds)));
  return changed.map(({ id }) => id);
}
