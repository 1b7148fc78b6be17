import { hasContactWork } from '../database/contact-work';
import { tablesOf } from '../database/tables';
import type { Due } from '../graphql/feature';
import { undoneWithinDays } from './merge.repository';

const dayMs = 86_400_000;
const keepForMs = undoneWithinDays * dayMs;

/** The day in which a merge of now can no longer be undone. In full days, so that one job serves for all of a day. */
export const forgottenAt = (mergedAt: Date): Date =>
  new Date(Math.ceil((mergedAt.getTime() + keepForMs) / dayMs) * dayMs);

/** Removes what was kept for undoing; under which ids a contact is known stays. Answers when the next is due; null where nothing is left. */
export async function forgetMerges({ manager, now, ...tenant }: Due): Promise<Date | null> {
  if (!hasContactWork(tenant)) return null;
  const { contact_merges } = tablesOf(manager);
  await manager.transaction((inside) =>
    inside.query(`delete from ${contact_merges} where merged_at < $1`, [new Date(now.getTime() - keepForMs)]),
  );
  const [left]: { oldest: string | null }[] = await manager.query(
    `select min(merged_at) as oldest from ${contact_merges}`,
  );
  return left?.oldest ? forgottenAt(new Date(left.oldest)) : null;
}
