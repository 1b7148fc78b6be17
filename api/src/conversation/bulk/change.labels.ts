import type { EntityManager } from 'typeorm';
import { tablesOf } from '../../database/tables';
import { notFound, Refusal } from '../../graphql/user-error';
import { inChange } from './change.checks';
import type { ConversationChange } from './change.inputs';

type LabelChange = Pick<ConversationChange, 'labelIds' | 'addLabelIds' | 'removeLabelIds'>;

interface Row {
  id: string;
}

/** By conversation. */
export async function listLabelIds(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { conversation_labels } = tablesOf(manager);
  const rows: { id: string; labelIds: string[] }[] = await manager.query(
    `select conversation_id as id, array_agg(label_id) as "labelIds" from ${conversation_labels}
     where conversation_id = any($1::uuid[]) group by conversation_id`,
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

/** Held until the end, so that none of them is deleted meanwhile. Errors: `Refusal`. */
export async function requireLabels(manager: EntityManager, { labelIds, addLabelIds }: LabelChange): Promise<void> {
  for (const [field, ids] of Object.entries({ labelIds, addLabelIds })) {
    const wanted = new Set((ids ?? []).map((id) => id.toLowerCase()));
    if (wanted.size === 0) continue;
    const { labels } = tablesOf(manager);
    const known: unknown[] = await manager.query(`select id from ${labels} where id = any($1::uuid[]) for key share`, [
      [...wanted],
    ]);
    if (known.length < wanted.size) throw new Refusal(inChange(notFound(field, 'label')));
  }
}

/** Answers the ids of those that did not have them so before. */
export async function changeLabels(
  manager: EntityManager,
  ids: readonly string[],
  change: LabelChange,
): Promise<string[]> {
  const { labelIds, removeLabelIds } = change;
  const { conversation_labels } = tablesOf(manager);
  const removed = async (condition: string, labels: readonly string[]): Promise<Row[]> => {
    const [rows]: [Row[], number] = await manager.query(
      `delete from ${conversation_labels} where conversation_id = any($1::uuid[]) and label_id ${condition} returning conversation_id as id`,
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
        `insert into ${conversation_labels} (conversation_id, label_id)
         select c.id, l.id from unnest($1::uuid[]) as c(id), unnest($2::uuid[]) as l(id)
         on conflict do nothing returning conversation_id as id`,
        [ids, [...added]],
      )),
    );
  if (removeLabelIds) changed.push(...(await removed('= any($2::uuid[])', removeLabelIds)));
  return changed.map(({ id }) => id);
}
