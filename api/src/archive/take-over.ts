import type { EntityManager } from 'typeorm';
import type { Append } from '../events/logged-transaction';
import { isErased, type Sides } from './differences';

interface Copied {
  table: string;
  /** Which of its rows belong to the contacts $1, in the schema given. */
  of(schema: string): string;
  key: string[];
  /** Rows that are not in the earlier state go. */
  isReplaced?: true;
}

const ofContacts = () => 'contact_id = any($1::uuid[])';

const ofConversations =
  (column = 'conversation_id') =>
  (schema: string) =>
    `${column} in (select id from ${schema}.conversations where contact_id = any($1::uuid[]))`;

/** After what they refer to. */
const copied: readonly Copied[] = [
  { table: 'contacts', of: () => 'id = any($1::uuid[])', key: ['id'] },
  { table: 'contact_activity', of: ofContacts, key: ['contact_id'] },
  { table: 'contact_labels', of: ofContacts, key: ['contact_id', 'label_id'], isReplaced: true },
  { table: 'contact_notes', of: ofContacts, key: ['id'], isReplaced: true },
  { table: 'conversations', of: ofContacts, key: ['id'] },
  { table: 'conversation_subjects', of: ofConversations(), key: ['conversation_id'], isReplaced: true },
  { table: 'conversation_labels', of: ofConversations(), key: ['conversation_id', 'label_id'], isReplaced: true },
  { table: 'messages', of: ofConversations(), key: ['id'], isReplaced: true },
];

const ofLabels = new Set(['contact_labels', 'conversation_labels']);

/**
 * In one transaction of the caller's: the given contacts become what they were, each with its labels, notes, conversations and messages. What
 * was begun since, other contacts' conversations and labels of the company stay. Answers which were there to be taken over.
 */
export async function takeOverContacts(
  manager: EntityManager,
  append: Append,
  sides: Sides,
  contactIds: readonly string[],
): Promise<string[]> {
  const { live, side } = sides;
  const known: { id: string }[] = await manager.query(
    `select id from ${side}.contacts c where id = any($1::uuid[]) and not ${isErased('c.id', sides)} order by id`,
    [contactIds],
  );
  const ids = known.map(({ id }) => id);
  if (ids.length === 0) return [];
  // A label of that name may have been made anew since: then it is that one's place, and the old one is left.
  await manager.query(
    `with missing as materialized (
       select l.id, l.name, l.colour, l.created_at from ${side}.labels l
       where not exists (select from ${live}.labels known where known.id = l.id or lower(known.name) = lower(l.name)))
     insert into ${live}.labels (id, name, colour, created_at) select id, name, colour, created_at from missing`,
  );
  for (const one of copied) await copy(manager, sides, one, ids);
  await manager.query(`delete from ${live}.deleted_contacts where id = any($1::uuid[])`, [ids]);
  await manager.query(`delete from ${live}.contact_aliases where alias_id = any($1::uuid[])`, [ids]);
  for (const id of ids) append({ type: 'contactChanged', id });
  const conversations: { id: string }[] = await manager.query(
    `select id from ${side}.conversations where contact_id = any($1::uuid[]) order by id`,
    [ids],
  );
  for (const { id } of conversations) append({ type: 'conversationChanged', id });
  return ids;
}

async function copy(manager: EntityManager, { live, side }: Sides, one: Copied, ids: string[]): Promise<void> {
  const { table, of, key, isReplaced } = one;
  const columns = await columnsOf(manager, live, table);
  const listed = columns.join(', ');
  if (isReplaced) {
    // Of conversations that were begun since, nothing goes: they are not among those of the earlier state.
    await manager.query(`delete from ${live}.${table} where ${of(side)}`, [ids]);
  }
  const changes = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  const onConflict = changes.length > 0 ? `do update set ${changes.join(', ')}` : 'do nothing';
  const isThere = ofLabels.has(table) ? ` and label_id in (select id from ${live}.labels)` : '';
  await manager.query(
    `with earlier as materialized (select ${listed} from ${side}.${table} where ${of(side)}${isThere})
     insert into ${live}.${table} (${listed}) select ${listed} from earlier
     on conflict (${key.join(', ')}) ${onConflict}`,
    [ids],
  );
}

/** From the catalog, quoted. */
async function columnsOf(manager: EntityManager, schema: string, table: string): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    `select quote_ident(attname) as name from pg_catalog.pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`${schema}.${table}`],
  );
  return rows.map(({ name }) => name);
}
