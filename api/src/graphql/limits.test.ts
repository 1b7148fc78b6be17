import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DefinitionNode,
  type GraphQLType,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  parse,
  typeFromAST,
} from 'graphql';
import { repositoryRoot } from '../repository-root';
import { buildApiSchema } from '../schema';
import { newTenant, send } from '../testing/new-tenant';
import { testApi } from '../testing/test-api';
import { type Operation, requireCost } from './limits';

const schema = buildApiSchema();

const messageFor = (source: string, variables = {}) => refusalOf({ schema, document: parse(source), variables });

function refusalOf(operation: Operation): string | undefined {
  try {
    requireCost(operation);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function webClientDefinitions(): DefinitionNode[] {
  const folder = join(repositoryRoot(), 'web/app');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')).definitions);
}

/** The least that a variable of this type may hold; numbers as large as a page may be. */
function someValue(type: GraphQLType | undefined): unknown {
  if (!isNonNullType(type)) return isScalarType(type) && type.name === 'Int' ? 100 : undefined;
  const inner: GraphQLType = type.ofType;
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isListType(inner)) return [];
  if (isInputObjectType(inner)) {
    return Object.fromEntries(Object.values(inner.getFields()).map(({ name, type: of }) => [name, someValue(of)]));
  }
  if (isScalarType(inner) && inner.name === 'JSONObject') return {};
  if (isScalarType(inner) && inner.name === 'Boolean') return false;
  return isScalarType(inner) && inner.name === 'Int' ? 100 : '2026-11-24T00:00:00.000Z';
}

test('every operation of the web client is within the limits', () => {
  const definitions = webClientDefinitions();
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const document = { kind: Kind.DOCUMENT as const, definitions };

  expect(operations.length).toBeGreaterThan(10);
  for (const { name, variableDefinitions = [] } of operations) {
    const variables = Object.fromEntries(
      variableDefinitions.map(({ variable, type }) => [
        variable.name.value,
        someValue(typeFromAST(schema, type as never)),
      ]),
    );
    const operation = { schema, document, operationName: name?.value, variables };
    expect([name?.value, getVariableValues(schema, variableDefinitions, variables).errors]).toEqual([
      name?.value,
      undefined,
    ]);
    expect([name?.value, refusalOf(operation)]).toEqual([name?.value, undefined]);
  }
});

test.each([
  [
    '13 levels',
    `{ contacts { nodes ${'{ conversations { nodes { contact '.repeat(4)}{ id }${' } } }'.repeat(4)} } }`,
    'is 15 levels deep; at most 12',
  ],
  ['31 aliases', `{ viewer { ${Array.from({ length: 31 }, (_, i) => `a${i}: id`).join(' ')} } }`, 'has 31 aliases'],
  ['21 root fields', `{ ${'viewer { id } '.repeat(21)} }`, 'has 21 root fields'],
  ['rows by rows', '{ contacts(first: 100) { nodes { conversations(first: 100) { nodes { id } } } } }', 'may read 10,'],
  [
    'aliases in fragments that spread one another',
    `{ viewer { ...A } } fragment A on Viewer { ...B ...B ...B ...B } fragment B on Viewer { ...C ...C ...C ...C }
     fragment C on Viewer { a: id b: id }`,
    'has 32 aliases',
  ],
])('%s are refused with what may be asked for instead', (_what, source, reason) => {
  expect(messageFor(source)).toContain(reason);
});

test('a page size in a variable counts as one in the text', () => {
  const source = 'query ($n: Int) { contacts(first: $n) { nodes { conversations(first: $n) { nodes { id } } } } }';

  expect(messageFor(source, { n: 100 })).toContain('may read');
  expect(messageFor(source, { n: 10 })).toBeUndefined();
});

test('what is too large is refused over HTTP and on a socket before any of it runs', async () => {
  const tenant = await newTenant();
  const document = '{ contacts(first: 100) { nodes { conversations(first: 100) { nodes { id } } } } }';

  const { errors } = await send(await testApi(), document, {}, { 'x-tenant-id': tenant.id });
  const socket = await tenant.subscribe(document);

  expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'OPERATION_TOO_LARGE' } })]);
  await expect(socket.next()).rejects.toThrow('OPERATION_TOO_LARGE');
  await socket.close();
});

test.each([
  {},
  { descriptions: false },
  { inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true },
])('the usual question for the whole schema is answered: %j', async (options) => {
  const { data, errors } = await send(await testApi(), getIntrospectionQuery(options));

  expect(errors).toBeUndefined();
  expect((data as { __schema: { types: unknown[] } }).__schema.types.length).toBeGreaterThan(100);
});

test.each([
  [
    'aliases of introspection fields',
    `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
    'has 31 aliases',
  ],
  [
    'the schema asked for twice',
    '{ __schema { queryType { name } } a: __schema { queryType { name } } }',
    'asks 2 times',
  ],
  [
    'days of many tenants',
    '{ tenants(first: 100) { nodes { stats { messagesPerDay(days: 366) { count } } } } }',
    'may read 36,801 objects',
  ],
  [
    'threads of a usual page each',
    '{ contacts(first: 25) { nodes { conversations(first: 25) { nodes { messages { nodes { id } } } } } } }',
    'may read 32,',
  ],
  [
    'fragments that double ten times over',
    `{ viewer { ...F0 } } ${Array.from({ length: 13 }, (_, i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F13 on Viewer { id name }`,
    'has 16,385 fields; at most 10,000',
  ],
])('%s count', (_what, source, reason) => {
  expect(messageFor(source)).toContain(reason);
});

test('an operation of more than ten thousand fields is the sender’s mistake, not ours', async () => {
  const fragments = Array.from({ length: 14 }, (_, i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`);

  const answer = await send(
    await testApi(),
    `{ viewer { ...F0 } } ${fragments.join(' ')} fragment F14 on Viewer { id }`,
    {},
    { accept: 'application/graphql-response+json' },
  );

  expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'OPERATION_TOO_LARGE' } }] });
});

test('every list of the schema costs as much as it may be long', () => {
  const free: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type.name.endsWith('Connection')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type)) || isLeafType(getNamedType(field.type))) continue;
      if (field.name === 'userErrors') continue;
      const said = field.extensions['complexity'];
      const args = Object.fromEntries(field.args.map((argument) => [argument.name, argument.defaultValue]));
      const cost = typeof said === 'function' ? said({ args, childComplexity: 1 }) : said;
      if (!(Number(cost) > 2)) free.push(`${type.name}.${field.name}`);
    }
  }

  expect(free).toEqual([]);
});

test.each([
  ['{ viewerr { id } }', 'GRAPHQL_VALIDATION_FAILED', 'Cannot query field'],
  ['{ viewer { id ', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
])('a socket says of %s what is wrong with it', async (document, code, reason) => {
  const tenant = await newTenant();

  const socket = await tenant.subscribe(document);
  const told = await socket.next().catch((errors: unknown) => JSON.stringify(errors));
  await socket.close();

  expect(told).toContain(code);
  expect(told).toContain(reason);
});
