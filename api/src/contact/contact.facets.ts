import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import type { ContactFacets } from './contact.payloads';

export const maxFacetValues = 50;

/** Each value is found by a jump in the index from the one before, so that the cost is that of the values, not of the contacts. */
async function listValues(manager: EntityManager, key: 'source' | 'company', beginning: string): Promise<string[]> {
  const { contacts } = tablesOf(manager);
  const value = `(metadata->>'${key}')`;
  const next = (after: string) => `
    select lower${value} collate "C" as folded, ${value} collate "C" as value from ${contacts}
    where ${value} is not null and lower${value} collate "C" like $1 ${after}
    order by 1, 2 limit 1`;
  const rows: { value: string }[] = await manager.query(
    `with recursive found as (
       (${next('')})
       union all
       select jump.* from found cross join lateral (
         ${next(`and (lower${value} collate "C", ${value} collate "C") > (found.folded, found.value)`)}) jump
     )
     select value from found limit ${maxFacetValues}`,
    [`${beginning.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`],
  );
  return rows.map((row) => row.value).sort(new Intl.Collator('en').compare);
}

export async function listFacets(manager: EntityManager, search: string | null): Promise<ContactFacets> {
  const [sources, companies] = await Promise.all([
    listValues(manager, 'source', search ?? ''),
    listValues(manager, 'company', search ?? ''),
  ]);
  return { sources, companies };
}
