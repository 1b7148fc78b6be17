import { randomUUID } from 'node:crypto';
import { buildApiSchema } from './schema';
import { rules } from './testing/access-rules';
import { newTenant, type TestTenant } from './testing/new-tenant';
import { type WalkedOperation, walkRootFields } from './testing/schema-walk';
import { behindTheApi } from './testing/test-api';

const canary = 'canary-of-another-company';

interface Bait {
  owner: TestTenant;
  ids: string[];
}

/** A company with a row of everything that has an id, each text a canary. */
async function newBait(): Promise<Bait> {
  const owner = await newTenant(canary);
  const { id, conversationId } = await owner.createContact({ name: canary, company: canary, source: canary });
  const message = await owner.sendMessage(conversationId, canary);
  return { owner, ids: [id, conversationId, message.id] };
}

/** Looked for by all, and changed by none: which each that may write asserts. */
let bait: Bait;
let reader: TestTenant;
beforeAll(async () => {
  [bait, reader] = [await newBait(), await newTenant()];
});

/** A company of its own for each that may change it. */
const strangerFor = async ({ kind }: WalkedOperation): Promise<TestTenant> =>
  kind === 'mutation' ? newTenant() : reader;

async function everythingOf({ owner }: Bait): Promise<unknown> {
  return owner.query(`{
    contacts(first: 5) { nodes { id name email updatedAt conversations(first: 5) { nodes { id status updatedAt messageCount messages(first: 20) { nodes { id content } } } } } }
  }`);
}

/** The answer with the ids that were asked for taken out, so that two refusals can be compared. */
const withoutIds = (answer: unknown, id: string): string => JSON.stringify(answer).replaceAll(id, '<id>');

const operations = walkRootFields(buildApiSchema());
const requests = operations.filter(({ kind }) => kind !== 'subscription');
const named = (list: WalkedOperation[]): [string, WalkedOperation][] =>
  list.map((operation) => [operation.title, operation]);

test('the walk finds the fields that take ids', () => {
  const titles = operations.filter(({ takesIds }) => takesIds).map(({ title }) => title);

  expect(titles).toEqual(
    expect.arrayContaining([
      'query contact',
      'query conversation',
      'mutation sendMessage',
      'mutation updateContact',
      'subscription messageSent',
    ]),
  );
});

test.each(named(requests.filter(({ takesIds, title }) => takesIds && title !== 'query tenant')))(
  '%s answers ids of another tenant as it answers unknown ones',
  async (_title, operation) => {
    const stranger = await strangerFor(operation);
    const before = await everythingOf(bait);
    // What is written once, however often it is sent, is a repeat from here on.
    await stranger.send(operation.document, operation.variables(randomUUID()));

    for (const id of bait.ids) {
      const unknown = randomUUID();
      const forForeign = await stranger.send(operation.document, operation.variables(id));
      const forUnknown = await stranger.send(operation.document, operation.variables(unknown));

      expect(withoutIds(forForeign, id)).toBe(withoutIds(forUnknown, unknown));
      expect(JSON.stringify(forForeign)).not.toContain(canary);
    }
    expect(await everythingOf(bait)).toEqual(before);
  },
);

test.each(named(requests.filter(({ title }) => !/tenant/i.test(title) || title === 'query currentTenant')))(
  '%s shows nothing of another tenant',
  async (title, operation) => {
    const stranger = await strangerFor(operation);

    const answer = JSON.stringify(await stranger.send(operation.document, operation.variables(randomUUID())));

    expect(answer).toContain(`"status":${rules[title] === 'operator' ? 403 : 200}`);
    expect(answer).not.toContain(canary);
    for (const id of bait.ids) expect(answer).not.toContain(id);
  },
);

test.each(named(operations.filter(({ kind }) => kind === 'subscription')))(
  '%s delivers nothing of another tenant',
  async (_title, operation) => {
    const stranger = await strangerFor(operation);
    const subscriptions = await Promise.all(
      [...bait.ids].map((id) => stranger.subscribe(operation.document, operation.variables(id))),
    );

    const { id, conversationId } = await bait.owner.createContact({ name: canary });
    await bait.owner.sendMessage(conversationId, canary);
    await bait.owner.query(`mutation ($id: ID!) { deleteContact(input: { id: $id }) { deletedContactId } }`, { id });

    expect(await Promise.all(subscriptions.map((subscription) => subscription.isQuietFor(300)))).toEqual([
      true,
      true,
      true,
    ]);
    await Promise.all(subscriptions.map((subscription) => subscription.close()));
  },
);

test('a cursor of another tenant shows nothing of it', async () => {
  const stranger = await newTenant();
  await stranger.createContact({ name: 'Own' });
  const page = '{ contacts(first: 1) { edges { cursor } } events(first: 1) { edges { cursor } } }';
  const { contacts, events } = await bait.owner.query(page);
  const after = { contact: contacts.edges[0].cursor, event: events.edges[0].cursor };

  const answer = await stranger.query(
    `query ($contact: String, $event: String) {
       older: contacts(after: $contact) { nodes { name } }
       newer: contacts(last: 5, before: $contact) { nodes { name } }
       events(after: $event) { nodes { ... on ContactChanged { contact { name } } } }
     }`,
    after,
  );

  expect(JSON.stringify(answer)).toContain('Own');
  expect(JSON.stringify(answer)).not.toContain(canary);
});

test('a statement that names the schema of another tenant is refused by the database', async () => {
  const stranger = await newTenant();
  const manager = await stranger.api.app.tenancy.managerOf({ schemaName: stranger.schemaName });

  const read = manager.query(`select * from "${bait.owner.schemaName}".contacts`);

  await expect(read).rejects.toMatchObject({ code: '42501' });
});

test('a tenant’s role can read nothing of the registry', async () => {
  const tenant = await newTenant();
  const manager = await tenant.api.app.tenancy.managerOf({ schemaName: tenant.schemaName });

  const tables = await behindTheApi<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );

  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['tenants', 'accounts', 'sessions', 'secrets']),
  );
  for (const { name } of tables)
    await expect(manager.query(`select * from public."${name}"`)).rejects.toMatchObject({ code: '42501' });
});
