import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import { notFound, Refusal, requireId, type UserError, UserErrorCode } from '../graphql/user-error';

export const mostLabelsOfOne = 20;

/** What has labels: the table that says which, and its column for whose they are. */
export type Labelled =
  | { table: 'conversation_labels'; column: 'conversation_id' }
  | { table: 'contact_labels'; column: 'contact_id' };

/** All that it is to have, in the caller's transaction, which holds its row. Answers whether anything changed. Errors: `Refusal`. */
export async function putLabels(
  manager: EntityManager,
  { table, column }: Labelled,
  id: string,
  labelIds: readonly string[],
): Promise<boolean> {
  const { labels, [table]: labelled } = tablesOf(manager);
  // Held until the end, so that none of them is deleted meanwhile.
  const known: unknown[] = await manager.query(`select id from ${labels} where id = any($1::uuid[]) for key share`, [
    labelIds,
  ]);
  if (known.length < labelIds.length) throw new Refusal(notFound('labelIds', 'label'));
  const [[removed], added]: [[unknown[], number], unknown[]] = await Promise.all([
    manager.query(`delete from ${labelled} where ${column} = $1 and label_id <> all($2::uuid[]) returning label_id`, [
      id,
      labelIds,
    ]),
    manager.query(
      `insert into ${labelled} (${column}, label_id) select $1::uuid, label_id from unnest($2::uuid[]) as wanted(label_id)
       on conflict do nothing returning label_id`,
      [id, labelIds],
    ),
  ]);
  return removed.length + added.length > 0;
}

/** Each once. Errors: `Refusal` for what can be no label's id. */
export const requireLabelIds = (labelIds: readonly string[]): string[] => [
  ...new Set(labelIds.map((labelId) => requireId('labelIds', labelId, 'label'))),
];

/** `what`: "A conversation". */
export const tooManyLabels = (what: string): UserError => ({
  code: UserErrorCode.INVALID,
  field: ['labelIds'],
  message: `${what} can have at most ${mostLabelsOfOne} labels.`,
});
