import type { Client } from 'pg';
import { functions, insertActivity, insertContacts } from '../seed-large';
import { say, startApi } from '../target';

export interface FindSize {
  contacts: number;
  messages: number;
}

const batch = 2_000;
const mostWords = 50_000;
const [wordsOfLine, wordsOfSubject] = [18, 4];

/** Expressions in one: a function for each word would take most of the time. */
function wordOf(k: string): string {
  const scattered = `(${k}::bigint * 7919 % 343000)::int`;
  return ['', ' / 70', ' / 4900'].map((shift) => `pg_temp.syllable(${scattered}${shift} % 70)`).join(' || ');
}

/**
 * Words of three syllables, of which the first stands in most messages and the last in a few of a million: the nth one as often as the nth in
 * any language. Temporary, and the same each time.
 */
const words = [
  `create function pg_temp.syllable(n int) returns text language sql immutable as $$
     select substr('bdfgklmnprstvz', 1 + n / 5 % 14, 1) || substr('aeiou', 1 + n % 5, 1)
   $$`,
  `create function pg_temp.word(k int) returns text language sql immutable as $$ select ${wordOf('k')} $$`,
  `create function pg_temp.line(seed text, length int) returns text language sql immutable as $$
     select string_agg(${wordOf('k')}, ' ')
     from generate_series(1, length) n
     cross join lateral (
       select power(${mostWords}, (hashtext(seed || n)::bigint + 2147483648) / 4294967296.0)::int as k offset 0) drawn
   $$`,
];

const insertConversations = `
  insert into conversations (id, contact_id, subject, status, message_count, last_message_at, created_at, updated_at)
  select pg_temp.id_at(at, 'conversation' || i), pg_temp.id_at(at, 'contact' || i), pg_temp.line('subject' || i, ${wordsOfSubject}),
    pg_temp.pick('status' || i, array['active','active','closed','closed','closed']), $4::int, at + $4::int * interval '5 minutes', at, at
  from generate_series($1::int, $2::int) i cross join lateral (select pg_temp.created(i, $3::int) as at) made`;

const insertSubjects = `
  insert into conversation_subjects (conversation_id, subject)
  select pg_temp.id_at(pg_temp.created(i, $3::int), 'conversation' || i), pg_temp.line('subject' || i, ${wordsOfSubject})
  from generate_series($1::int, $2::int) i`;

const insertMessages = `
  insert into messages (id, conversation_id, number, sender_type, content, created_at)
  select pg_temp.id_at(sent, 'message' || i || '-' || n), pg_temp.id_at(at, 'conversation' || i), n,
    case n % 2 when 1 then 'contact' else 'user' end, pg_temp.line('message' || i || '-' || n || '-', ${wordsOfLine}), sent
  from generate_series($1::int, $2::int) i
  cross join lateral (select pg_temp.created(i, $3::int) as at) made
  cross join generate_series(1, $4::int) n
  cross join lateral (select at + n * interval '5 minutes' as sent) each`;

/** Makes the tenant, or goes on where an earlier run was ended. Each batch is there as a whole. */
export async function fillForSearch(url: string, client: Client, { contacts, messages }: FindSize): Promise<string> {
  const tenant = await findOrCreate(url, `Search ${contacts} ${messages}`);
  await client.query(`set search_path = "${tenant.schemaName}", public; set synchronous_commit = off`);
  for (const statement of [...functions, ...words]) await client.query(statement);
  const { rows } = await client.query('select count(*)::int as count from contacts');
  const first: number = rows[0].count + 1;
  const each = Math.max(1, Math.round(messages / contacts));
  if (first <= contacts) await client.query(leaveOutSearch);
  for (let from = first; from <= contacts; from += batch) {
    const range = [from, Math.min(from + batch - 1, contacts), contacts];
    await client.query('begin');
    await client.query(insertContacts, range);
    await client.query(insertConversations, [...range, each]);
    await client.query(insertActivity, [...range, each]);
    await client.query(insertSubjects, range);
    await client.query(insertMessages, [...range, each]);
    await client.query('commit');
    say(`contacts: ${range[1]?.toLocaleString('en')} of ${contacts.toLocaleString('en')}, with their messages`);
  }
  await catchUp(client);
  return tenant.id;
}

/** Row by row, the indexes of text would take ten times as long as all at once. */
const leaveOutSearch = `
  update pg_index set indisready = false, indisvalid = false
  where indexrelid in (
    select c.oid from pg_class c join pg_am a on a.oid = c.relam where a.amname = 'gin' and c.relnamespace = current_schema()::regnamespace)`;

/** Of the run before too, where that was ended. */
async function catchUp(client: Client): Promise<void> {
  const { rows } = await client.query(
    `select indexrelid::regclass::text as name from pg_index join pg_class c on c.oid = indexrelid
     where not indisvalid and c.relnamespace = current_schema()::regnamespace`,
  );
  if (rows.length === 0) return;
  await client.query(`set maintenance_work_mem = '256MB'`);
  for (const { name } of rows) await client.query(`reindex index ${name}`);
  for (const table of ['contacts', 'contact_activity', 'conversations', 'conversation_subjects', 'messages'])
    await client.query(`vacuum (analyze) ${table}`);
}

async function findOrCreate(url: string, name: string): Promise<{ id: string; schemaName: string }> {
  const api = await startApi(url);
  try {
    const { registry } = api.app.tenancy;
    const found = (await registry.listTenants({ search: name }, null, 10)).find((tenant) => tenant.name === name);
    return found ?? (await api.app.tenancy.createTenant({ name, idempotencyKey: null }));
  } finally {
    await api.stop();
  }
}

/** The words of these ranks, the most frequent of which is the first. */
export async function wordsOfRank(client: Client, ranks: readonly number[]): Promise<string[]> {
  const { rows } = await client.query<{ word: string }>(
    'select pg_temp.word(rank) as word from unnest($1::int[]) rank',
    [ranks],
  );
  return rows.map(({ word }) => word);
}
