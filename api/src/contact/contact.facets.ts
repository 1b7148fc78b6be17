import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import type { ContactFacets } from './contact.payloads';

const maxValues = 50;

/** Each value is found by a jump in the index from the one before, so that the cost is that of the values, not of the contacts. */
async function listValues(manager: EntityManager, key: 'source' | 'company', search: string | null): Promise<string[]> {
  const { contacts } = tablesOf(manager);
  const value = `metadata->>'${key}'`;
  const rows: { value: string }[] = search
    ? await manager.query(
        `select distinct ${value} as value from ${contacts} where ${value} ilike $1 order by 1 limit ${maxValues}`,
        [`%${search.replace(/[\\%_]/g, '\\$&')}%`],
      )
    : await manager.query(
        `with recursive found as (
           (select ${value} as value from ${contacts} where ${value} is not null order by 1 limit 1)
           union all
           select (select ${value} from ${contacts} where ${value} > found.value order by 1 limit 1) from found where found.value is not null
         )
         select value from found where value is not null limit ${maxValues}`,
      );
  return rows.map((row) => row.value).sort(new Intl.Collator('en').compare);
}

export async function listFacets(manager: EntityManager, search: string | null): Promise<ContactFacets> {
  const [sources, companies] = await Promise.all([
    listValues(manager, 'source', search),
    listValues(manager, 'company', search),
  ]);
  return { sources, companies };
}
