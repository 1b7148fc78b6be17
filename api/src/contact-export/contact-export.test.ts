import { randomUUID } from 'node:crypto';
import { mutate, newLabel } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { newTeam } from '../testing/team';
import { behindTheApi } from '../testing/test-api';

const ask = (tenant: TestTenant, asked: Record<string, string>) =>
  fetch(`${tenant.api.url}/export/contact?${new URLSearchParams({ format: 'json', ...asked })}`, {
    headers: { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}` },
  });

// biome-ignore lint/suspicious/noExplicitAny: a file of many shapes; a wrong one fails the test
const fileOf = async (tenant: TestTenant, id: string): Promise<any> => (await ask(tenant, { id })).json();

const entriesOf = ({ id }: TestTenant) =>
  behindTheApi<{ target: string }>(
    `select target from public.audit_log where tenant_id = $1 and action = 'contact.export' order by id`,
    [id],
  );

test('one person’s data is one file: fields, labels, notes, changes, and every message', async () => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact({ name: 'Ann', metadata: { big: 1 }, company: 'Acme' });
  await mutate(tenant, 'setContactLabels', { id, labelIds: [await newLabel(tenant, 'VIP')] }, 'contact { id }');
  await mutate(tenant, 'addContactNote', { contactId: id, content: 'Likes "tea"' }, 'note { id }');
  await mutate(tenant, 'updateContact', { id, name: 'Ann Lee' }, 'contact { id }');
  await tenant.sendMessage(conversationId, 'Hello, }]', { senderType: 'CONTACT' });
  await tenant.sendMessage(conversationId, 'Hello back');
  const { conversation: empty } = await mutate(
    tenant,
    'startConversation',
    { contactId: id, subject: 'Empty' },
    'conversation { id }',
  );

  const answer = await ask(tenant, { id });

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="contact-.*\.json"$/);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const file: any = await answer.json();
  expect(file).toMatchObject({
    exportedAt: expect.any(String),
    contact: {
      id,
      name: 'Ann Lee',
      metadata: { big: 1, company: 'Acme' },
      labels: ['VIP'],
      createdBy: expect.any(String),
    },
    notes: [{ content: 'Likes "tea"', author: expect.any(String) }],
    changes: [{ kind: 'changed', changes: { name: ['Ann', 'Ann Lee'] } }],
    scheduledMessages: [],
  });
  const threads = Object.fromEntries(
    file.conversations.map((one: { id: string; messages: { content: string }[] }) => [
      one.id,
      one.messages.map(({ content }) => content),
    ]),
  );
  expect(threads).toEqual({ [conversationId]: ['Hello, }]', 'Hello back'], [empty.id]: [] });
  expect(await entriesOf(tenant)).toEqual([{ target: `contact ${id} as JSON` }]);
});

test('of many messages in many conversations none is left out, and each is where it belongs', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  const schema = `"${tenant.schemaName}"`;
  await behindTheApi(
    `insert into ${schema}.conversations (id, contact_id, status, message_count)
     select ('019b0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, 'active', n % 3 * 30 from generate_series(1, 150) n`,
    [id],
  );
  await behindTheApi(
    `insert into ${schema}.messages (id, conversation_id, number, sender_type, content, created_at)
     select gen_random_uuid(), v.id, n, 'contact', v.id || ' ' || n, now()
     from ${schema}.conversations v, generate_series(1, v.message_count) n where v.contact_id = $1`,
    [id],
  );

  const file = await fileOf(tenant, id);

  expect(file.conversations).toHaveLength(151);
  let count = 0;
  for (const { id: conversationId, messages } of file.conversations)
    for (const [index, { number, content }] of messages.entries()) {
      expect([number, content]).toEqual([index + 1, `${conversationId} ${index + 1}`]);
      count += 1;
    }
  expect(count).toBe(50 * 30 + 50 * 60);
});

test('another company’s contact, and what is no contact, is no file', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const { id: foreign } = await other.createContact();

  for (const asked of [{ id: foreign }, { id: randomUUID() }, { id: 'nonsense' }, { id: foreign, format: 'csv' }])
    expect((await ask(tenant, asked as Record<string, string>)).status).toBe(400);

  expect(await entriesOf(tenant)).toEqual([]);
});

test('whoever reads contacts and conversations may have it', async () => {
  const [owner, viewer] = await newTeam('VIEWER');
  const { id } = await owner.createContact();

  expect((await ask(viewer, { id })).status).toBe(200);
});
