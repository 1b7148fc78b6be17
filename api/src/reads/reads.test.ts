import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { parse, print } from 'graphql';
import pino from 'pino';
import { features } from '../features';
import { buildApiSchema } from '../schema';
import { mutate } from '../testing/desk';
import { generateOperation, type Offer } from '../testing/generated-operation';
import type { ValuePool } from '../testing/generated-values';
import { findDuplicates, mergeContacts } from '../testing/merges';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { createKey } from '../testing/people';
import { behindTheApi, startTestApi, type TestApi } from '../testing/test-api';
import { mergeReads } from './reads';

/** `npm run check -- reads` tries so many. */
const operations = Number(process.env['READ_OPERATIONS'] ?? 300);
const firstSeed = Number(process.env['READ_SEED'] ?? 1);
const atOnce = 4;

const schema = buildApiSchema();
const { fields } = mergeReads(features.flatMap(({ reads }) => reads ?? []));
/** Told to no one: a statement of ours that fails is a fault that the fallback would hide. */
const faults: string[] = [];
const logger = pino(
  { level: 'warn' },
  new Writable({
    write(line, _, done) {
      faults.push(JSON.parse(String(line)).err?.message);
      done();
    },
  }),
);

let compiling: TestApi;
let resolving: TestApi;
let tenant: TestTenant;
let pool: ValuePool;
/** Of a program that may read contacts, and no conversations. */
let key: string;

beforeAll(async () => {
  compiling = await startTestApi({ logger });
  resolving = await startTestApi({ compilesReads: false });
  tenant = await newTenant('Reads', compiling);
  pool = await fill(tenant);
  key = await newKey(tenant);
}, 60_000);

afterAll(() => Promise.all([compiling.stop(), resolving.stop()]));

test(`${operations} generated operations are answered alike by one statement and by resolvers`, async () => {
  const different: unknown[] = [];
  let succeeded = 0;
  const { statements } = listenTo(compiling, tenant);
  for (let seed = firstSeed; seed < firstSeed + operations; seed += atOnce) {
    await Promise.all(
      Array.from({ length: Math.min(atOnce, firstSeed + operations - seed) }, async (_, i) => {
        const operation = generateOperation(schema, { seed: seed + i, pool, offers: offersOf(seed + i) });
        const token = (seed + i) % 9 === 0 ? key : (seed + i) % 50 === 0 ? 'nobody' : tenant.token;
        const [one, other] = await Promise.all([post(compiling, operation, token), post(resolving, operation, token)]);
        succeeded += other.errors === undefined ? 1 : 0;
        if (one.text !== other.text) different.push({ seed: seed + i, ...operation, one, other });
      }),
    );
  }

  expect(different.slice(0, 2)).toEqual([]);
  expect(faults).toEqual([]);
  expect(succeeded).toBeGreaterThan(operations * 0.6);
  expect(statements.filter(isCompiled).length).toBeGreaterThan(operations / 2);
}, 3_600_000);

test.each([
  ['ContactList', {}, true],
  ['ContactList', { orderBy: { field: 'NAME', direction: 'ASC' }, filter: { source: ['Website'] } }, true],
  ['ContactList', { search: 'ann' }, true],
  ['ContactPage', { id: 'contact' }, true],
  ['Thread', { id: 'conversation' }, true],
  ['OlderMessages', { id: 'conversation', before: 'cursor' }, true],
  ['Dashboard', {}, true],
  ['Inbox', { filter: { status: ['ACTIVE'], search: 'message' } }, true],
  ['ContactFacets', {}, false],
  ['CommandMenuSearch', { text: 'ann' }, false],
])("the web client's %s %j is one statement: %s", async (name, given, isOne) => {
  const ids = { contact: pool.ids[0], conversation: pool.ids[1], cursor: await messageCursor() };
  const variables = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, ids[value as keyof typeof ids] ?? value]),
  );
  const { statements } = listenTo(compiling, tenant);

  const operation = { query: webOperation(name), variables };
  const [one, other] = await Promise.all([post(compiling, operation), post(resolving, operation)]);

  expect(one).toEqual(other);
  expect(other.errors).toBeUndefined();
  expect(statements.some(isCompiled)).toBe(isOne);
  if (isOne) expect(statements).toHaveLength(1);
});

test.each([
  [
    'the contact list',
    '{ contacts(first: 25) { nodes { id name recent: conversations(first: 3) { nodes { status } } } } }',
  ],
  [
    'a contact with conversations and 50 messages',
    '{ contacts(first: 1) { nodes { conversations { nodes { messages(last: 50) { nodes { content author { name } } } } } } } }',
  ],
  [
    'an inbox of contacts and messages',
    '{ conversations(first: 20) { nodes { subject contact { name } messages(last: 10) { nodes { content } } lastMessage { content } } } }',
  ],
])('%s takes one statement', async (_what, query) => {
  const { statements } = listenTo(compiling, tenant);

  await post(compiling, { query, variables: {} });

  expect(statements).toHaveLength(1);
});

/** All that is described, and to one in five a little that is not. */
const offersOf =
  (seed: number): Offer =>
  (type, field) => {
    const name = `${type}.${field}`;
    if (seed % 5 === 0 && /^(Account\.email|Query\.viewer|Viewer\.name)$/.test(name)) return true;
    return name in fields || /^(Account|ApiKey)\.(id|name)$|^PageInfo\.|(Connection|Edge)\./.test(name);
  };

interface Compared {
  /** What has to be the same, character by character. */
  text: string;
  errors: unknown;
}

async function post(
  { url }: TestApi,
  operation: { query: string; variables: object },
  token = tenant.token,
): Promise<Compared> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tenant-id': tenant.id, authorization: `Bearer ${token}` },
    body: JSON.stringify(operation),
  });
  const { data, errors, extensions } = JSON.parse(await response.text());
  const cost = extensions?.cost?.requested;
  // Where nothing is left of the data, graphql-js tells of the errors that came before it knew so: of one operation not always the same.
  const told = data === null ? [...new Set(errors?.map(codeOf))].sort() : errors;
  return { text: JSON.stringify({ status: response.status, data, errors: told, cost }), errors };
}

const isCompiled = (statement: string): boolean => statement.includes('select row_to_json(o)::text as answer');

/** The tenant's statements, from now on. */
function listenTo({ app }: TestApi, { schemaName }: TestTenant): { statements: string[] } {
  const statements: string[] = [];
  const { budget } = app.tenancy;
  budget.onStatement = ({ text, role }) => {
    if (role === schemaName && text !== 'commit') statements.push(text);
  };
  return { statements };
}

/** Contacts with few and many conversations and messages, of all who may have written them. */
async function fill(of: TestTenant): Promise<ValuePool> {
  const ids: string[] = [];
  const named = [
    { name: 'Zoë "Q" \\ \u0001\u2028 😀' },
    { name: 'ann' },
    { name: 'Änn', metadata: { 2: [1.5, null], a: { '"': 'é' } } },
  ];
  for (let i = 0; i < 9; i++) {
    const company = i % 2 ? { company: 'Globex', source: 'Website' } : {};
    const { id, conversationId } = await of.createContact({ ...company, ...named[i % 4] });
    ids.push(id, conversationId);
    for (let n = 0; n < (i % 4 === 0 ? 7 : i % 4); n++)
      await of.sendMessage(conversationId, `Message ${n}\n"é"`, { senderType: n % 2 ? 'CONTACT' : 'USER' });
  }
  const change = (field: string, more = '') =>
    of.query(`mutation { ${field}(input: { id: "${ids[3]}" ${more} }) { userErrors { code } } }`);
  await change('closeConversation');
  await of.query(
    `mutation { startConversation(input: { contactId: "${ids[0]}", subject: "Second" }) { userErrors { code } } }`,
  );
  await of.query(
    `mutation { snoozeConversation(input: { id: "${ids[5]}", until: "${new Date(Date.now() + 3_600_000).toISOString()}" }) { userErrors { code } } }`,
  );
  await fillFields(of, ids);
  for (const name of ['a.csv', 'b.csv'])
    ids.push(
      (await of.query(`mutation { startImport(input: { name: "${name}" }) { import { id } } }`)).startImport.import.id,
    );
  const schemaName = `"${of.schemaName}"`;
  const key = 'f0000000-0000-4000-8000-000000000001';
  await behindTheApi(`insert into ${schemaName}.actors (id, kind, name) values ($1, 'key', 'Gateway')`, [key]);
  await behindTheApi(`update ${schemaName}.messages set author_id = $1 where number % 3 = 0`, [key]);
  await behindTheApi(`update ${schemaName}.messages set author_id = null where number % 5 = 0`);
  await behindTheApi(`update ${schemaName}.contacts set created_by = null where id = $1`, [ids[2]]);
  await merge(of, ids);
  return { ids: [...ids, key], cursors: await cursors(), texts: ['Website', 'Globex', 'x'], moments: moments() };
}

/** Pairs that look alike, and a contact that was merged into another. */
async function merge(of: TestTenant, ids: string[]): Promise<void> {
  for (const name of ['Twin', 'Twins', 'Twine'])
    await of.createContact({ name, company: 'Globex', phone: '+49 30 901820' });
  await findDuplicates(of);
  const { id } = await of.createContact({ name: 'Gone' });
  ids.push(id);
  await mergeContacts(of, { intoId: ids[0], fromId: id });
}

/** One deleted, one adopted from what was there before, and values of every kind of JSON. */
async function fillFields(of: TestTenant, ids: readonly string[]): Promise<void> {
  const make = async (input: object): Promise<string> =>
    (await mutate(of, 'createCustomField', input, 'customField { id }')).customField.id;
  const gone = await make({ name: 'Gone', kind: 'TEXT' });
  await make({ name: 'Tier', kind: 'CHOICE', options: ['Gold', 'Silver'] });
  await make({ name: 'Topics', kind: 'CHOICES', options: ['Gold', 'Parts'] });
  await make({ name: 'Seats', kind: 'NUMBER' });
  await make({ name: 'Renewal', kind: 'DATE' });
  await make({ name: 'A', kind: 'TEXT' });
  await mutate(of, 'deleteCustomField', { id: gone }, '__typename');
  const values = [
    { tier: 'Gold', seats: 12.5 },
    { tier: 'Silver', topics: ['Parts', 'Gold'] },
    { renewal: '2026-06-01' },
  ];
  for (const [i, given] of values.entries()) {
    const fields = Object.entries(given).map(([key, value]) => ({ key, value }));
    await mutate(of, 'updateContact', { id: ids[4 * i], fields }, '__typename');
  }
}

async function newKey(of: TestTenant): Promise<string> {
  const { createApiKey } = await of.query(createKey, {
    input: { tenantId: of.id, name: 'Reader', scopes: ['contacts:read'] },
  });
  return createApiKey.token;
}

const moments = (): string[] => [-60_000, -1_000, 60_000].map((ms) => new Date(Date.now() + ms).toISOString());

async function cursors(): Promise<Record<string, string[]>> {
  const of = async (query: string): Promise<string[]> => {
    const { text } = await post(resolving, { query, variables: {} });
    return [...text.matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor as string);
  };
  return {
    contacts: await of(
      '{ contacts { edges { cursor } } byName: contacts(first: 1, orderBy: { field: NAME }) { edges { cursor } } }',
    ),
    conversations: await of('{ conversations { edges { cursor } } }'),
    duplicates: await of('{ duplicates { edges { cursor } } }'),
    imports: await of('{ imports { edges { cursor } } }'),
    messages: await of('{ conversations { nodes { messages { edges { cursor } } } } }'),
  };
}

async function messageCursor(): Promise<string> {
  const query = `{ conversation(id: "${pool.ids[1]}") { messages(last: 3) { pageInfo { startCursor } } } }`;
  const { text } = await post(resolving, { query, variables: {} });
  return JSON.parse(text).data.conversation.messages.pageInfo.startCursor;
}

/** With the fragments that it spreads, and no others. */
function webOperation(name: string): string {
  const folder = join(__dirname, '../../../web/app');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const definitions = files.flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')).definitions);
  const byName = new Map(
    definitions.flatMap((node) => ('name' in node && node.name ? [[node.name.value, print(node)]] : [])),
  );
  const wanted = new Set<string>();
  const want = (definition: string): void => {
    if (wanted.has(definition)) return;
    wanted.add(definition);
    for (const [, spread] of (byName.get(definition) ?? '').matchAll(/\.\.\.(\w+_\w+)/g)) want(spread as string);
  };
  want(name);
  return [...wanted].map((definition) => byName.get(definition)).join('\n');
}

const codeOf = ({ extensions }: { extensions: { code: string } }): string => extensions.code;
