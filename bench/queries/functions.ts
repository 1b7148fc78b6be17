import type { Client } from 'pg';
import { latestConversations, latestFirst } from './latest-conversations';
import { createWrites, firstId, matchCount, matches, sendWrites } from './limit-sql';
import { ownSql } from './own-sql';
import type { World } from './world';

/** What PostGraphile makes fields of, in the way that its manual says: what tables alone cannot answer are functions of SQL. */
const schemaName = 'bench_queries';

/** No workload asks for more of it. */
const longestInbox = 20;

const functions = [
  `inbox() returns setof @.conversations stable language sql as $$
     ${latestConversations(longestInbox)} $$`,
  `desk_inbox() returns setof @.conversations stable language sql as $$
     select v.* from @.conversations v where v.status = 'active' order by ${latestFirst} $$`,
  `search_contacts(word text) returns setof @.contact_activity stable language sql as $$
     select a.* from @.contact_activity a join @.contacts c on c.id = a.contact_id where ${matches}
     order by a.last_activity_at desc, a.contact_id desc $$`,
  `contacts_up_to(at_most int) returns int stable language sql as $$
     select count(*)::int from (select 1 from @.contacts limit $1) counted $$`,
  `matches_up_to(word text, at_most int) returns int stable language sql as $$
     select (${matchCount('$2')})::int $$`,
  `message_count() returns int stable language sql as $$ select sum(message_count)::int from @.conversations $$`,
  `messages_per_day() returns table (date date, count int) stable language sql as $$
     select day::date, (select count(*)::int from @.messages where id >= ${firstId('day')} and id < ${firstId(`(day + interval '1 day')`)})
     from generate_series(date_trunc('day', now(), 'UTC') - interval '13 days', date_trunc('day', now(), 'UTC'), interval '1 day') day order by day $$`,
  `say_in(conversation_id uuid, content text, key text, hash text) returns @.messages volatile language sql as $$ ${sendWrites}
     select m.* from m $$`,
  `add_contact(name text, email text, phone text) returns @.contacts volatile language sql as $$ ${createWrites}
     select c.* from contact c $$`,
];

export async function createFunctions(client: Client, world: Pick<World, 'schema' | 'actorId'>): Promise<void> {
  await dropFunctions(client);
  await client.query(`create schema ${schemaName}; grant usage on schema ${schemaName} to "${world.schema}"`);
  for (const each of functions) await client.query(`create function ${schemaName}.${ownSql(each, world)}`);
}

export async function dropFunctions(client: Client): Promise<void> {
  await client.query(`set client_min_messages = warning; drop schema if exists ${schemaName} cascade`);
}
