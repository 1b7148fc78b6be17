import type { GraphQLRequestContextResponseForOperation } from '@apollo/server';
import { getOperationAST, isInterfaceType, isObjectType, parse } from 'graphql';
import { features } from '../features';
import type { RequestContext } from '../graphql/context';
import { forbidden } from '../graphql/errors';
import { buildApiSchema, guards } from '../schema';
import { stringifyResult } from './answer-text';
import { isOwnFault } from './not-in-sql';
import { ReadCompiler } from './read-compiler';
import { compileReads, newAnswerRead } from './read-plugin';
import { mergeReads } from './reads';

const schema = buildApiSchema();
const reads = mergeReads(features.flatMap((feature) => feature.reads ?? []));
const compiler = new ReadCompiler(schema, reads, guards);
const id = '01890000-0000-7000-8000-000000000001';

/** Each time with 20 fields. */
const overAndOver = (times: number): string =>
  Array.from(
    { length: times },
    (_, i) => `x${i}: contact(id: "${id}") { ${[...'abcdefghijklmnopqrs'].map((name) => `${name}: name`).join(' ')} }`,
  ).join(' ');

interface Sent {
  text: string;
  values: unknown[];
}

/** What the plugin sends for a query, what it answers, and which errors it tells. */
async function run(query: string, variables: Record<string, unknown> = {}, more: object = {}) {
  const sent: Sent[] = [];
  const told: unknown[] = [];
  const manager = {
    connection: { options: { schema: 't_one' } },
    async query(text: string, values: unknown[]) {
      sent.push({ text, values });
      return [{ answer: '{"contact":null}' }];
    },
    dataSource: { createQueryRunner: () => runner },
  };
  const done = async () => undefined;
  const runner = { manager, startTransaction: done, commitTransaction: done, rollbackTransaction: done, release: done };
  const contextValue = {
    manager,
    tenant: { schemaVersion: '9' },
    require: () => undefined,
    readReplica: async () => null,
    ...more,
  };
  const document = parse(query);
  const listener = await compileReads(newAnswerRead(schema, compiler, (error) => told.push(error))).requestDidStart?.(
    {} as never,
  );
  const answer = await listener?.responseForOperation?.({
    schema,
    document,
    operation: getOperationAST(document),
    request: { variables },
    contextValue,
  } as unknown as GraphQLRequestContextResponseForOperation<RequestContext>);
  return { sent, told, answer };
}

/** What the database knows nothing of; and lists that hardly anybody asks for with anything else. Operations that ask for them are resolved. */
const resolved = ['Contact.timeline', 'Conversation.viewers', 'Import.rows'];

test('every field of a type whose rows are described says what it is in SQL', () => {
  const types = Object.keys(reads.rows).map((name) => schema.getType(name));
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).map((field) => `${type}.${field}`) : [],
  );

  expect(types).not.toContain(undefined);
  expect(fields.filter((field) => !(field in reads.fields))).toEqual(resolved);
});

test('no two types share an alias, so that a row and its parent can be told apart', () => {
  const aliases = Object.values(reads.rows).map(({ alias }) => alias);

  expect(new Set(aliases).size).toBe(aliases.length);
});

test('a value is a parameter, and never part of the text', async () => {
  const query =
    'query ($id: ID!, $source: [String!]) { contact(id: $id) { id } contacts(filter: { source: $source }) { nodes { id } } }';

  const { sent } = await run(query, { id, source: ["x'; drop table contacts; --"] });

  expect(sent).toHaveLength(1);
  expect(sent[0]?.values).toEqual([id, ["x'; drop table contacts; --"]]);
  expect(sent[0]?.text).not.toMatch(/drop table|01890000/);
});

test.each([
  ['a field that says nothing of itself', '{ viewer { id } contacts { nodes { id } } }'],
  ['a search that is too long', `{ contacts(search: "${'x'.repeat(201)}") { nodes { id } } }`],
  ['the company itself, where none is named', '{ tenants { nodes { id } } currentTenant { id } }'],
  ['a wrong cursor', '{ contacts(after: "x") { nodes { id } } }'],
  ['a page that is too large', '{ contacts(first: 101) { nodes { id } } }'],
  ['less than no rows to count to', '{ contacts { totalCount(atMost: -1) } }'],
  ['a name that PostgreSQL would cut', `{ ${'x'.repeat(64)}: contact(id: "${id}") { id } }`],
  ['more than can soon be planned', `{ ${overAndOver(40)} }`],
  ['the schema', '{ __schema { queryType { name } } }'],
  ['a type of the schema', '{ __type(name: "Contact") { name } contacts { nodes { id } } }'],
  ['a mutation', `mutation { deleteContact(input: { id: "${id}" }) { deletedContactId } }`],
])('%s is left to the resolvers, and nothing is sent', async (_what, query) => {
  const { sent, told, answer } = await run(query);

  expect(answer).toBeNull();
  expect(sent).toEqual([]);
  expect(told.filter(isOwnFault)).toEqual([]);
});

test('a permission that is refused is left to the resolvers, which say at which field', async () => {
  const require = (permission: string) => {
    if (permission === 'conversations:read') throw forbidden(permission as never);
  };

  const refused = await run('{ contacts { nodes { conversations { nodes { id } } } } }', {}, { require });
  const allowed = await run('{ contacts { nodes { id } } }', {}, { require });

  expect(refused).toMatchObject({ sent: [], answer: null });
  expect(allowed.sent).toHaveLength(1);
});

test('a tenant from before there were merges is answered by the resolvers where they are asked for', async () => {
  const tenant = { schemaVersion: '1764900000000' };

  const withMerges = await run('{ contacts { nodes { merges { id } } } }', {}, { tenant });
  const without = await run('{ contacts { nodes { name } } }', {}, { tenant });

  expect(withMerges).toMatchObject({ sent: [], answer: null });
  expect(without.sent).toHaveLength(1);
});

test('a statement that fails is told, and the resolvers are asked', async () => {
  const failure = new Error('column c.nothing does not exist');
  const manager = { connection: { options: { schema: 't_one' } }, query: () => Promise.reject(failure) };

  const { told, answer } = await run(`{ contact(id: "${id}") { id } }`, {}, { manager });

  expect(answer).toBeNull();
  expect(told).toEqual([failure]);
  expect(told.filter(isOwnFault)).toHaveLength(1);
});

test('what @skip and @include decide is part of what is remembered', async () => {
  const query = `query ($name: Boolean!) { contact(id: "${id}") { id name @include(if: $name) } }`;

  const [withName, without] = [await run(query, { name: true }), await run(query, { name: false })];

  expect(withName.sent[0]?.text).toContain('c.name');
  expect(without.sent[0]?.text).not.toContain('c.name');
});

test('text data go into the answer as they are, and its extensions with them', async () => {
  const { answer } = await run(`{ contact(id: "${id}") { id } }`);
  const body = answer?.body.kind === 'single' ? answer.body.singleResult : {};

  expect(stringifyResult({ ...body, extensions: { cost: { requested: 2 } } } as never)).toBe(
    '{"data":{"contact":null},"extensions":{"cost":{"requested":2}}}\n',
  );
  expect(stringifyResult({ data: { contact: null } })).toBe('{"data":{"contact":null}}\n');
});
