import type { EntityManager } from 'typeorm';
import { countUpTo } from '../database/count-up-to';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import type { PageRequest, Position } from '../graphql/pagination';
import { restorableSince } from './contact.trash';
import type { DeletedContact } from './deleted-contact';

/** Of `deleted_contacts dc`: each field of the type. */
export const deletedContactFields: Record<keyof DeletedContact, string> = {
  id: 'dc.id',
  name: `dc.contact->>'name'`,
  email: `dc.contact->>'email'`,
  phone: `dc.contact->>'phone'`,
  company: `dc.contact->'metadata'->>'company'`,
  conversationCount: 'jsonb_array_length(dc.conversations)',
  deletedAt: 'dc.deleted_at',
  restorableUntil: `(dc.deleted_at + interval '720 hours')`,
};

/** What those are made of: without the messages, which may be many. */
export const deletedContactColumns = 'dc.id, dc.contact, dc.conversations, dc.deleted_at';

const columns = Object.entries(deletedContactFields)
  .map(([field, expression]) => `${expression} as "${field}"`)
  .join(', ');

export const positionOfDeleted = ({ deletedAt, id }: DeletedContact): Position => ({ key: deletedAt, id });

/** The statement of a page, the latest deletion first: the columns, of `deleted_contacts dc`. */
export function deletedContactPage({ tables, bind }: Sql, { after, size }: PageRequest, selected: string): string {
  const beyond = after ? `and (dc.deleted_at, dc.id) < (${bind(after.key)}::timestamptz, ${bind(after.id)}::uuid)` : '';
  return `select ${selected} from ${tables.deleted_contacts} dc where dc.deleted_at >= ${bind(restorableSince(new Date()))}::timestamptz ${beyond}
     order by dc.deleted_at desc, dc.id desc limit ${size + 1}`;
}

export const deletedContactCount = ({ tables, bind }: Sql, atMost: number | null): string =>
  countUpTo(
    `select 1 from ${tables.deleted_contacts} dc where dc.deleted_at >= ${bind(restorableSince(new Date()))}::timestamptz`,
    atMost,
    bind,
  );

export function listDeletedContacts(manager: EntityManager, page: PageRequest): Promise<DeletedContact[]> {
  const values: unknown[] = [];
  return manager.query(deletedContactPage(sqlOf(tablesOf(manager), values), page, columns), values);
}

export async function countDeletedContacts(manager: EntityManager, atMost: number | null): Promise<number> {
  const values: unknown[] = [];
  const text = deletedContactCount(sqlOf(tablesOf(manager), values), atMost);
  const [row]: { count: number }[] = await manager.query(text, values);
  return row?.count ?? 0;
}
