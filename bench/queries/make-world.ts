import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { hashOf, newToken } from '../../api/src/access/token';
import { urlsGiven } from '../../api/src/database/open-database';
import { requireLargeTenant, startApi, type Target, withClient } from '../target';
import { createFunctions, dropFunctions } from './functions';
import type { World } from './world';

const [neighbourCount, contactsOfNeighbour] = [49, 20];
const [threadCount, threadLength, writableCount] = [64, 60, 64];
const domain = 'queries.example';

/** The large tenant with rows to read and rows to write to, a member of it, and small tenants beside it. What an earlier run left is removed. */
export async function newWorld(databaseUrl: string): Promise<World> {
  const { gateway } = await urlsGiven({ DATABASE_URL: databaseUrl, ATRIUM_ALLOW_SUPERUSER: false });
  const api = await startApi(databaseUrl);
  try {
    const { id: tenantId, schemaName: schema } = await requireLargeTenant(api);
    return await withClient(databaseUrl, async (client) => {
      const neighbours = await requireNeighbours(api, client);
      await client.query(`set search_path = "${schema}", public`);
      await removeRows(client);
      const member = await newMember(client, tenantId);
      await client.query(insertContacts, ['Reader', threadCount]);
      await client.query(insertContacts, ['Writer', writableCount]);
      const threads = await newThreads(client, 'Reader', threadLength, '1 year');
      const writable = await newThreads(client, 'Writer', 1, '0');
      await putOnDesk(client, threads, member.actorId);
      const { rows } = await client.query(
        `select id from contacts where email not like '%@${domain}' order by id limit 256`,
      );
      for (const table of [
        'labels',
        'conversation_labels',
        'conversation_reads',
        'contacts',
        'contact_activity',
        'conversations',
        'messages',
        'idempotency_keys',
      ])
        await client.query(`vacuum (analyze) ${table}`);
      const writer = { schema, actorId: member.actorId };
      await createFunctions(client, writer);
      return { gateway, tenantId, schema, ...member, contactIds: idsOf(rows), threads, writable, neighbours };
    });
  } finally {
    await api.stop();
  }
}

/** The tenant as it was before. */
export async function endWorld(databaseUrl: string, { schema }: World): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(`set search_path = "${schema}", public`);
    await removeRows(client);
    await dropFunctions(client);
  });
}

async function removeRows(client: Client): Promise<void> {
  await client.query(`delete from contacts where email like '%@${domain}'`);
  await client.query(`delete from labels where name like 'queries-%'`);
  await client.query(`delete from idempotency_keys where key like 'queries-%'`);
  await client.query(`delete from public.accounts where email_key like '%@${domain}'`);
}

async function requireNeighbours({ app }: Target, client: Client): Promise<string[]> {
  const name = 'Small Tenant';
  const known = `select schema_name as id from public.tenants where name like '${name} %' order by name limit ${neighbourCount}`;
  const { rows: before } = await client.query(known);
  for (let n = before.length + 1; n <= neighbourCount; n += 1) {
    const { schemaName } = await app.tenancy.createTenant({ name: `${name} ${n}`, idempotencyKey: null });
    await client.query(`set search_path = "${schemaName}", public`);
    await client.query(insertContacts, ['Neighbour', contactsOfNeighbour]);
  }
  const { rows } = await client.query(known);
  return idsOf(rows);
}

async function newMember(client: Client, tenantId: string): Promise<{ token: string; actorId: string }> {
  const [actorId, token, name] = [randomUUID(), newToken('session'), 'Mary Member'];
  await client.query('insert into public.accounts (id, email, email_key, name) values ($1, $2, $2, $3)', [
    actorId,
    `${actorId}@${domain}`,
    name,
  ]);
  await client.query(
    `insert into public.sessions (id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), hashOf(token), actorId],
  );
  await client.query(`insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, 'member')`, [
    randomUUID(),
    actorId,
    tenantId,
  ]);
  // A request's first write would add it; the other contenders have no such step.
  await client.query(`insert into actors (id, kind, name) values ($1, 'account', $2)`, [actorId, name]);
  return { token, actorId };
}

const insertContacts = `
  with made as (
    insert into contacts (id, name, email, phone, phone_e164, metadata)
    select gen_random_uuid(), $1 || ' ' || n, lower($1) || '-' || n || '@${domain}', '+49 30 ' || 2000000 + n, '+4930' || 2000000 + n,
      jsonb_build_object('company', 'Company ' || n, 'position', 'Buyer', 'source', 'Referral')
    from generate_series(1, $2::int) n returning id, created_at)
  insert into contact_activity (contact_id, last_activity_at) select id, created_at from made`;

/** `ahead` keeps them at the top of every list, however much is written beside them. */
async function newThreads(client: Client, name: string, length: number, ahead: string): Promise<string[]> {
  const { rows } = await client.query(
    `insert into conversations (id, contact_id, subject, status, message_count, last_message_at)
     select gen_random_uuid(), id, 'A thread', 'active', $2::int, now() + $3::interval + row_number() over (order by email) * interval '1 s'
     from contacts where email like lower($1) || '-%@${domain}' returning id`,
    [name, length, ahead],
  );
  const ids = idsOf(rows);
  await client.query(
    `insert into messages (id, conversation_id, number, sender_type, content, created_at)
     select uuidv7(), id, n, case n % 2 when 1 then 'contact' else 'user' end, 'Line ' || n || ': could you tell me when the parts will be here?',
       last_message_at - (message_count - n) * interval '1 minute'
     from conversations cross join generate_series(1, message_count) n where id = any($1) order by id, n`,
    [ids],
  );
  await client.query(
    `update contact_activity a set last_activity_at = v.last_message_at from conversations v where v.contact_id = a.contact_id and v.id = any($1)`,
    [ids],
  );
  return ids;
}

/** Every second one is somebody's, all have one label or two, and of every third half has been read. */
async function putOnDesk(client: Client, threads: readonly string[], memberId: string): Promise<void> {
  await client.query(
    `update conversations v set assignee_id = case when t.n % 2 = 0 then $2::uuid end, waiting_since = v.last_message_at
     from unnest($1::uuid[]) with ordinality as t(id, n) where v.id = t.id`,
    [threads, memberId],
  );
  await client.query(
    `with label as (
       insert into labels (id, name, colour, created_at) select uuidv7(), 'queries-' || n, 'blue', now() from generate_series(1, 2) n returning id, name)
     insert into conversation_labels (conversation_id, label_id)
     select t.id, label.id from unnest($1::uuid[]) with ordinality as t(id, n), label where label.name = 'queries-1' or t.n % 2 = 0`,
    [threads],
  );
  await client.query(
    `insert into conversation_reads (conversation_id, reader_id, number)
     select t.id, $2, 30 from unnest($1::uuid[]) with ordinality as t(id, n) where t.n % 3 = 0`,
    [threads, memberId],
  );
}

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
