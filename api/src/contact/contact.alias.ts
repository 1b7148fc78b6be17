import type { EntityManager } from 'typeorm';
import { type Sql, tablesOf } from '../database/tables';

/** The id of the contact that a bound id stands for: of one that was merged, the one that remains. */
export const knownId = ({ contact_aliases }: Sql['tables'], id: string): string =>
  `coalesce((select known.contact_id from ${contact_aliases} known where known.alias_id = ${id}), ${id})`;

export async function findAliased(manager: EntityManager, id: string): Promise<string | null> {
  const [alias]: { contactId: string }[] = await manager.query(
    `select contact_id as "contactId" from ${tablesOf(manager).contact_aliases} where alias_id = $1`,
    [id],
  );
  return alias?.contactId ?? null;
}
