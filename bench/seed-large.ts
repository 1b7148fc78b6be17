import type { Client } from 'pg';
import { setUpDesk } from './desk-pages';
import { largeTenantName, say, startApi, withClient } from './target';

export interface LargeSize {
  contacts: number;
  messages: number;
  /** Messages in the one long conversation, which belongs to the newest contact. */
  longest: number;
}

const batch = 20_000;

/** Registers a tenant through the API's own code, then fills it with rows that the server makes up itself, the same ones each time. */
export async function seedLarge(url: string, { contacts, messages, longest }: LargeSize): Promise<void> {
  const startedAt = Date.now();
  const api = await startApi(url);
  const tenant = await api.app.tenancy.createTenant({ name: largeTenantName, idempotencyKey: null });
  await api.stop();
  const each = Math.max(1, Math.round((messages - longest) / contacts));
  await withClient(url, async (client) => {
    await client.query(
      `set search_path = "${tenant.schemaName}", public; set synchronous_commit = off; set work_mem = '64MB'`,
    );
    for (const statement of functions) await client.query(statement);
    await fill(client, { contacts, each, longest });
  });
  say(`${largeTenantName} (${tenant.slug}) is ready after ${((Date.now() - startedAt) / 1_000).toFixed(0)} s.`);
}

async function fill(
  client: Client,
  { contacts, each, longest }: { contacts: number; each: number; longest: number },
): Promise<void> {
  for (let from = 1; from <= contacts; from += batch) {
    const range = [from, Math.min(from + batch - 1, contacts)];
    await client.query(insertContacts, [...range, contacts]);
    await client.query(insertConversations, [...range, contacts, each]);
    await client.query(insertActivity, [...range, contacts, each]);
    await client.query(insertMessages, [...range, contacts, each]);
    say(`contacts: ${range[1]?.toLocaleString('en')} of ${contacts.toLocaleString('en')}, with their messages`);
  }
  await client.query(insertLongConversation, [contacts, longest]);
  await client.query(insertLongThread, [contacts, longest]);
  await client.query(
    'insert into conversation_subjects (conversation_id, subject) select id, subject from conversations where subject is not null',
  );
  say(`the long conversation: ${longest.toLocaleString('en')} messages`);
  await setUpDesk(client);
  for (const table of ['contacts', 'contact_activity', 'conversations', 'conversation_subjects', 'messages']) {
    await client.query(`vacuum (analyze) ${table}`);
  }
}

/** Temporary: when contact i of n was created, a UUIDv7 of a moment and a seed, and a choice that looks random and is always the same. */
export const functions = [
  `create function pg_temp.created(i int, n int) returns timestamptz language sql stable as $$
     select date_trunc('hour', now()) - interval '2 hours' - (n - i) * (interval '2 years' / n)
   $$`,
  `create function pg_temp.id_at(moment timestamptz, seed text) returns uuid language sql immutable as $$
     select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3) || 'a' || substr(md5(seed), 4, 15))::uuid
   $$`,
  `create function pg_temp.pick(seed text, choices text[]) returns text language sql immutable as $$
     select choices[1 + ('x' || substr(md5(seed), 1, 7))::bit(28)::int % cardinality(choices)]
   $$`,
];

const firstNames = `array['Ann','Bela','Carla','Dario','Elif','Femi','Greta','Hamid','Ines','Jonas','Kemal','Lucía','Marta','Nils','Oya','Pavel','Quinn','Rosa','Sven','Tomasz','Ute','Vera','Wanda','Xenia','Yusuf','Zoë']`;
const lastNames = `array['Adler','Bianchi','Costa','Dvořák','Eriksen','Fischer','García','Haddad','Ivanova','Jensen','Kowalski','Lindqvist','Moreau','Novak','Okafor','Papadakis','Quist','Rossi','Schmidt','Tanaka','Ulrich','Vargas','Weber','Yilmaz','Zimmer']`;
const statuses = `array['active','active','snoozed','closed','closed','closed','closed','closed']`;

export const insertContacts = `
  insert into contacts (id, name, email, phone, phone_e164, metadata, created_at, updated_at)
  select pg_temp.id_at(at, 'contact' || i), first || ' ' || last || ' ' || i,
    lower(public_name(first)) || '.' || i || '@company' || (i::bigint * 7919) % 5000 || '.example',
    '+49 30 ' || 1000000 + i, '+4930' || 1000000 + i,
    jsonb_build_object(
      'company', 'Company ' || (i::bigint * 7919) % 5000,
      'source', pg_temp.pick('source' || i, array['Website','Referral','Trade fair','Newsletter','Partner','Phone']))
      || case when i % 2000 = 7 then '{"tier": "Platinum"}' when i % 4 > 0 then jsonb_build_object('tier',
        pg_temp.pick('tier' || i, array['Gold','Silver','Bronze'])) else '{}' end,
    at, at
  from generate_series($1::int, $2::int) i
  cross join lateral (select pg_temp.created(i, $3::int) as at, pg_temp.pick('first' || i, ${firstNames}) as first, pg_temp.pick('last' || i, ${lastNames}) as last) made`.replace(
  'public_name(first)',
  `translate(first, 'ëíÉ', 'eie')`,
);

const insertConversations = `
  insert into conversations (id, contact_id, subject, status, snoozed_until, message_count, last_message_at, created_at, updated_at)
  select pg_temp.id_at(at, 'conversation' || i), pg_temp.id_at(at, 'contact' || i), 'Request ' || i, status,
    case when status = 'snoozed' then now() + interval '30 days' end, $4::int, at + ($4::int) * interval '5 minutes', at, at
  from generate_series($1::int, $2::int) i
  cross join lateral (select pg_temp.created(i, $3::int) as at, pg_temp.pick('status' || i, ${statuses}) as status) made`;

export const insertActivity = `
  insert into contact_activity (contact_id, last_activity_at)
  select pg_temp.id_at(at, 'contact' || i), at + ($4::int) * interval '5 minutes'
  from generate_series($1::int, $2::int) i cross join lateral (select pg_temp.created(i, $3::int) as at) made`;

const insertMessages = `
  insert into messages (id, conversation_id, number, sender_type, content, created_at)
  select pg_temp.id_at(sent, 'message' || i || '-' || n), pg_temp.id_at(at, 'conversation' || i), n,
    case n % 2 when 1 then 'contact' else 'user' end,
    'Message ' || n || ' about request ' || i || ': could you tell me when the parts will be here, and what they cost?', sent
  from generate_series($1::int, $2::int) i
  cross join lateral (select pg_temp.created(i, $3::int) as at) made
  cross join generate_series(1, $4::int) n
  cross join lateral (select at + n * interval '5 minutes' as sent) each`;

const insertLongConversation = `
  insert into conversations (id, contact_id, subject, status, message_count, last_message_at, created_at, updated_at)
  select pg_temp.id_at(at, 'long'), pg_temp.id_at(at, 'contact' || $1::int), 'The long conversation', 'active', $2::int, now(), at, at
  from (select pg_temp.created($1::int, $1::int) as at) made`;

const insertLongThread = `
  insert into messages (id, conversation_id, number, sender_type, content, created_at)
  select pg_temp.id_at(sent, 'long' || n), pg_temp.id_at(at, 'long'), n, case n % 2 when 1 then 'contact' else 'user' end, 'Line ' || n, sent
  from (select pg_temp.created($1::int, $1::int) as at) made
  cross join generate_series(1, $2::int) n
  cross join lateral (select at + n * ((now() - at) / ($2::int + 1)) as sent) each`;
