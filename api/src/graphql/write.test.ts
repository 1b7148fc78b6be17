import { EventEmitter, once } from 'node:events';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '../database/in-transaction';
import { newTenant, type TestTenant } from '../testing/new-tenant';

/** What the API sends on for one operation, without BEGIN and COMMIT. */
async function statementsOf({ api }: TestTenant, work: () => Promise<unknown>): Promise<string[]> {
  const { budget } = api.app.tenancy;
  const { onStatement } = budget;
  const texts: string[] = [];
  budget.onStatement = (statement) => {
    const isOfTenant = statement.role !== undefined && statement.text !== 'commit';
    if (isOfTenant)
      texts.push(
        statement.text
          .replace(/\s+/g, ' ')
          .replace(/"t_[a-z0-9]+"\./g, '')
          .replace(/^with \w+ as materialized \([^()]*(\([^()]*\)[^()]*)*\) /, '')
          .slice(0, 60),
      );
    onStatement(statement);
  };
  await work();
  budget.onStatement = onStatement;
  return texts;
}

/** Last of all, since whoever writes next waits from here to the commit. */
const logged = [expect.stringMatching(/^update "event_counter"/), expect.stringMatching(/^insert into "events"/)];

test('a contact is created by three statements and its events by two, and nothing is read again', async () => {
  const tenant = await newTenant();
  await tenant.createContact();

  const statements = await statementsOf(tenant, () => tenant.createContact());

  expect(statements).toEqual([
    expect.stringMatching(/^insert into "contacts"/),
    expect.stringMatching(/^insert into "contact_activity"/),
    expect.stringMatching(/^insert into "conversations"/),
    ...logged,
  ]);
});

test('a message is written by three statements and its events by two, and a key takes one more', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  await tenant.sendMessage(conversationId, 'Warm', { idempotencyKey: 'warm' });

  const plain = await statementsOf(tenant, () => tenant.sendMessage(conversationId, 'Plain'));
  const keyed = await statementsOf(tenant, () =>
    tenant.sendMessage(conversationId, 'Keyed', { idempotencyKey: 'keyed' }),
  );

  const written = [
    expect.stringMatching(/^update "conversations"/),
    expect.stringMatching(/^update "contact_activity"/),
    expect.stringMatching(/^insert into "messages"/),
    ...logged,
  ];
  expect(plain).toEqual(written);
  expect(keyed).toEqual([expect.stringMatching(/^insert into "idempotency_keys"/), ...written]);
});

test('a page of contacts is one statement, and so is a thread', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  await tenant.sendMessage(id, 'Hello');

  const list = await statementsOf(tenant, () => tenant.query('{ contacts { nodes { id name lastActivityAt } } }'));
  const thread = await statementsOf(tenant, () =>
    tenant.query('query ($id: ID!) { conversation(id: $id) { subject messages { nodes { content } } } }', { id }),
  );

  expect(list).toHaveLength(1);
  expect(thread).toHaveLength(1);
});

test('two writes that wait for each other both come to their end', async () => {
  const tenant = await newTenant();
  const manager = await tenant.api.app.tenancy.managerOf(tenant);
  const [ann, bob] = [await tenant.createContact(), await tenant.createContact()];
  const lock = (inside: EntityManager, id: string | undefined) =>
    inside.query(`select 1 from "${tenant.schemaName}".contacts where id = $1 for update`, [id]);
  const both = new EventEmitter();
  let first = 0;

  const write = (ids: string[]) => {
    let attempts = 0;
    return inTransaction(manager, async (inside) => {
      attempts += 1;
      await lock(inside, ids[0]);
      if (attempts === 1) {
        first += 1;
        if (first < 2) await once(both, 'locked');
        else both.emit('locked');
      }
      await lock(inside, ids[1]);
      return attempts;
    });
  };
  const attempts = await Promise.all([write([ann.id, bob.id]), write([bob.id, ann.id])]);

  expect(Math.max(...attempts)).toBeGreaterThan(1);
});

test('sixty writes and deletions at once show nobody a deadlock', async () => {
  const tenant = await newTenant();
  const contacts = await Promise.all(Array.from({ length: 3 }, () => tenant.createContact()));

  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => {
      const { id, conversationId } = contacts[i % 3] as (typeof contacts)[number];
      if (i % 15 === 14)
        return tenant.send('mutation ($id: ID!) { deleteContact(input: { id: $id }) { deletedContactId } }', { id });
      return tenant.send(
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { number conversation { contact { id } } } } }',
        { input: { conversationId, content: 'x', senderType: i % 2 ? 'CONTACT' : 'USER' } },
      );
    }),
  );

  const codes = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
});

test.each([
  ['between its statements says so, and is no failure of ours', 'createdBy { ... on Account { email } }', 1],
  ['before its one statement is gone', '', 0],
])('a conversation whose contact is deleted %s', async (_when, more, failures) => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact();
  const { budget } = tenant.api.app.tenancy;
  const { run } = budget;
  let isDeleted = false;
  jest.spyOn(budget, 'run').mockImplementation(async (text, values, role) => {
    if (!isDeleted && text.includes('join') && text.includes('contact_activity')) {
      isDeleted = true;
      await tenant.query('mutation ($id: ID!) { deleteContact(input: { id: $id }) { deletedContactId } }', { id });
    }
    return run.call(budget, text, values, role);
  });

  const { data, errors = [] } = await tenant.send(
    `query ($id: ID!) { conversation(id: $id) { contact { name } ${more} } }`,
    { id: conversationId },
  );
  jest.restoreAllMocks();

  expect(isDeleted).toBe(true);
  expect(data).toEqual({ conversation: null });
  expect(errors).toEqual(
    Array.from({ length: failures }, () => expect.objectContaining({ extensions: { code: 'SERVICE_UNAVAILABLE' } })),
  );
});

test('what a request was allowed to do is asked before its input is looked at', async () => {
  const tenant = await newTenant();
  await tenant.createContact();
  const { budget } = tenant.api.app.tenancy;
  const before = budget.statements.pool;

  const refused = await tenant.query(
    'mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id } userErrors { field } } }',
    { input: { name: '' } },
  );

  expect(refused.createContact).toEqual({ contact: null, userErrors: [{ field: ['name'] }, { field: ['email'] }] });
  expect(budget.statements.pool).toBe(before);
});
