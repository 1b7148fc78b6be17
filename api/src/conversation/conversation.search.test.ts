import { idsOf, mutate } from '../testing/desk';
import { newTenant, send, type TestTenant } from '../testing/new-tenant';
import { createKey } from '../testing/people';
import { onPurpose } from '../testing/sql-rules';

async function threeConversations(tenant: TestTenant) {
  const ann = await tenant.createContact({ name: 'Ann Ocelot', email: 'ann@contact.example' });
  const bob = await tenant.createContact({ name: 'Bob', email: 'bob@contact.example' });
  const { conversation } = await mutate(
    tenant,
    'startConversation',
    { contactId: bob.id, subject: 'An ocelot in the garden' },
    'conversation { id }',
  );
  await tenant.sendMessage(bob.conversationId, 'Is that an OCELOT?', { senderType: 'CONTACT' });
  return { byContact: ann.conversationId, byMessage: bob.conversationId, bySubject: conversation.id as string };
}

test('a list of conversations is searched by subject, messages and contact, with other conditions and in any order', async () => {
  const tenant = await newTenant();
  const { byContact, byMessage, bySubject } = await threeConversations(tenant);
  await mutate(tenant, 'closeConversation', { id: bySubject }, '__typename');
  const all = [byContact, byMessage, bySubject].sort();

  expect((await idsOf(tenant, { search: 'ocelot' }, null, 1)).sort()).toEqual(all);
  expect((await idsOf(tenant, { search: 'oce' }, { field: 'PRIORITY', direction: 'DESC' }, 2)).sort()).toEqual(all);
  expect(await idsOf(tenant, { search: 'ocelot' }, { field: 'CREATED_AT', direction: 'DESC' })).toEqual(
    [...all].reverse(),
  );
  expect(await idsOf(tenant, { search: 'ocelot' }, { field: 'WAITING_SINCE', direction: 'ASC' })).toEqual([byMessage]);
  expect(await idsOf(tenant, { search: 'ocelot', status: ['CLOSED'] })).toEqual([bySubject]);
  expect(await idsOf(tenant, { search: 'garden ocelot' })).toEqual([bySubject]);
  expect(await idsOf(tenant, { search: 'ocelot zebra' })).toEqual([]);
  expect(await idsOf(tenant, { search: ' ' })).toHaveLength(3);
});

test('whoever may not read contacts finds no conversation by its contact', async () => {
  const tenant = await newTenant();
  const { byMessage, bySubject } = await threeConversations(tenant);
  const { createApiKey } = await tenant.query(createKey, {
    input: { tenantId: tenant.id, name: 'Reader', scopes: ['conversations:read'] },
  });

  const { data } = await send(
    tenant.api,
    '{ conversations(filter: { search: "ocelot" }) { nodes { id } totalCount } }',
    {},
    { 'x-tenant-id': tenant.id, authorization: `Bearer ${createApiKey.token}` },
  );

  expect(data.conversations.totalCount).toBe(2);
  expect(data.conversations.nodes.map(({ id }: { id: string }) => id).sort()).toEqual([byMessage, bySubject].sort());
});

test('of what matches everywhere the newest are found, and of what is rare the oldest too', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const recent = await tenant.createContact();
  await tenant.sendMessage(conversationId, 'A needle among the hay');
  const manager = await tenant.api.app.tenancy.managerOf({ schemaName: tenant.schemaName });
  await manager.query(
    `${onPurpose} with numbered as (select i, now() - interval '1 minute' + i * interval '1 ms' as at from generate_series(1, 12000) i)
     insert into "${tenant.schemaName}".messages (id, conversation_id, number, sender_type, content, created_at)
     select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || 'a' || substr(md5(i::text), 4, 15))::uuid,
       $1, i + 1, 'contact', 'Hay ' || i || case when i % 8 = 0 then ' rarely' else '' end, at from numbered`,
    [conversationId],
  );
  await tenant.sendMessage(recent.conversationId, 'Hay, rarely, at last');

  expect(await idsOf(tenant, { search: 'needle' })).toEqual([conversationId]);
  expect((await idsOf(tenant, { search: 'rarely' })).sort()).toEqual([conversationId, recent.conversationId].sort());
  const { search } = await tenant.query(
    '{ search(text: "hay", first: 3) { ... on MessageHit { message { content } } } }',
  );
  expect(search.map(({ message }: { message: { content: string } }) => message.content)).toEqual([
    'Hay, rarely, at last',
    'A needle among the hay',
    'Hay 12000 rarely',
  ]);
});

test('of a word of any frequency, and of two words that rarely meet, the newest lines are found first', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const manager = await tenant.api.app.tenancy.managerOf({ schemaName: tenant.schemaName });
  const every = { common: 2, usual: 30, frequent: 45, unusual: 90, scarce: 900, rare: 12_500, evens: 10, odds: 9 };
  const words = Object.entries(every).map(([word, n]) => `case when i % ${n} = 0 then '${word} ' else '' end`);
  await manager.query(
    `${onPurpose} with numbered as (select i, now() - interval '1 hour' + i * interval '20 ms' as at from generate_series(1, 25000) i)
     insert into "${tenant.schemaName}".messages (id, conversation_id, number, sender_type, content, created_at)
     select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || 'a' || substr(md5(i::text), 4, 15))::uuid,
       $1, i + 1, 'contact', ${words.join(' || ')} || 'line ' || i, at from numbered`,
    [conversationId],
  );
  const found = async (text: string): Promise<number[]> => {
    const { search } = await tenant.query(
      'query ($text: String!) { search(text: $text, first: 50) { ... on MessageHit { message { number } } } }',
      { text },
    );
    return search.map(({ message }: { message: { number: number } }) => message.number - 1);
  };
  const multiples = (of: number) =>
    Array.from({ length: Math.min(50, Math.floor(25_000 / of)) }, (_, n) => (Math.floor(25_000 / of) - n) * of);

  for (const [word, n] of Object.entries(every)) expect([word, await found(word)]).toEqual([word, multiples(n)]);
  expect(await found('evens odds')).toEqual(multiples(90));
  expect(await found('usual rare')).toEqual([]);
  expect(await found('scarce rare')).toEqual([]);
  expect(await found('frequent scarce')).toEqual(multiples(900));
});

test('what was frequent once is found without reading all of it, and nothing rare is hidden by it', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const manager = await tenant.api.app.tenancy.managerOf({ schemaName: tenant.schemaName });
  await manager.query(
    `${onPurpose} with numbered as (select i, now() - interval '1 hour' + i * interval '50 ms' as at from generate_series(1, 40000) i)
     insert into "${tenant.schemaName}".messages (id, conversation_id, number, sender_type, content, created_at)
     select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || 'a' || substr(md5(i::text), 4, 15))::uuid,
       $1, i + 1, 'contact', case when i <= 15000 or i = 30000 then 'once ' else '' end || case when i = 700 then 'single' else '' end || 'line ' || i, at from numbered`,
    [conversationId],
  );
  const document =
    'query ($text: String!) { search(text: $text, first: 50) { ... on MessageHit { message { number } } } }';
  const found = async (text: string): Promise<number[]> =>
    (await tenant.query(document, { text })).search.map(
      ({ message }: { message: { number: number } }) => message.number - 1,
    );

  const [newest, ...others] = await found('once');

  expect(newest).toBe(30_000);
  expect(others).toHaveLength(49);
  expect(others[0]).toBeGreaterThan(15_000 - 40_000 / 100);
  expect(others).toEqual(others.map((_, n) => (others[0] as number) - n));
  expect(await found('single')).toEqual([700]);
});

test.each(['a\0b', 'half \ud83d', 'x'.repeat(201)])(
  'a search that cannot be done is refused by name',
  async (search) => {
    const tenant = await newTenant();

    const { errors } = await tenant.send(
      'query ($filter: ConversationFilter) { conversations(filter: $filter) { nodes { id } } }',
      { filter: { search } },
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argumentName: 'filter.search' });
  },
);
