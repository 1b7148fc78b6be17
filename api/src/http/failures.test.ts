import {
  GraphQLError,
  type GraphQLField,
  GraphQLObjectType,
  type GraphQLSchema,
  isRequiredArgument,
  type OperationTypeNode,
} from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { buildApiSchema } from '../schema';
import { selectionOf, valueOf } from '../testing/schema-walk';
import { startTestApi, type TestApi } from '../testing/test-api';

const secret = 'the words of table accounts, column password_hash';

/** What libraries throw, and what people do by mistake. */
const thrown: Record<string, () => unknown> = {
  'an error': () => new Error(secret),
  'an error of the database': () =>
    Object.assign(new Error(secret), { code: '23505', detail: secret, query: secret, parameters: [secret] }),
  'an error of GraphQL without a code': () => new GraphQLError(secret, { extensions: { where: secret } }),
  'an error of GraphQL with a code of its own': () =>
    new GraphQLError(secret, { extensions: { code: 'SECRET', stacktrace: [secret] } }),
  'an error with extensions': () => Object.assign(new Error(secret), { extensions: { code: 'INTERNAL', secret } }),
  'an error with a cause': () => new TypeError(secret, { cause: new Error(secret) }),
  'a text': () => secret,
  'an object': () => ({ secret }),
  nothing: () => undefined,
};

const failing: { field: string; with: () => unknown } = { field: '', with: () => undefined };

/** Each type is reached by a root field of its own, and each resolver throws when it is its turn. */
function sabotage(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const { resolve, subscribe } = field;
      const turn =
        (work: unknown) =>
        async (...args: unknown[]) => {
          if (failing.field === name) throw failing.with();
          return (work as (...all: unknown[]) => unknown)(...args);
        };
      if (resolve) field.resolve = turn(resolve);
      if (subscribe) field.subscribe = turn(subscribe);
    }
    if (!roots.includes(type)) addProbe(schema, type);
  }
  return schema;
}

function addProbe(schema: GraphQLSchema, type: GraphQLObjectType): void {
  const name = `probe${type.name}`;
  const field = { name, type, args: [], resolve: () => ({}), extensions: {} };
  Object.assign(schema.getQueryType()?.getFields() ?? {}, { [name]: field });
}

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => type instanceof GraphQLObjectType && !type.name.startsWith('__'),
  );

interface Place {
  name: string;
  kind: OperationTypeNode;
  document: string;
  variables: Record<string, unknown>;
}

const kinds: Record<string, string> = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' };

function placesOf(schema: GraphQLSchema): Place[] {
  return objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ resolve, subscribe }) => resolve || subscribe)
      .map((field) => placeOf(type, field)),
  );
}

function placeOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Place {
  const needed = field.args.filter(isRequiredArgument);
  const declared = needed.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = needed.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const asked = `${field.name}${passed && `(${passed})`} ${selectionOf(field.type, 1)}`;
  const kind = kinds[type.name];
  return {
    name: `${type.name}.${field.name}`,
    kind: (kind ?? 'query') as OperationTypeNode,
    document: `${kind ?? 'query'}${declared && ` (${declared})`} { ${kind ? asked : `probe${type.name} { ${asked} }`} }`,
    variables: Object.fromEntries(needed.map(({ name, type: of }) => [name, valueOf(of, name, 'none')])),
  };
}

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ schema: sabotage(buildApiSchema()) });
});

afterAll(() => api.stop());

async function answerOf({ kind, document, variables }: Place): Promise<string> {
  if (kind === 'subscription') return answerOnSocket(document, variables);
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables }),
  });
  return response.text();
}

async function answerOnSocket(query: string, variables: Record<string, unknown>): Promise<string> {
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const told = client.iterate({ query, variables }).next();
  const answer = await told.then(
    ({ value }) => JSON.stringify(value),
    (errors: unknown) => JSON.stringify({ errors }),
  );
  await client.dispose();
  return answer;
}

const places = placesOf(buildApiSchema());

test('every resolver of the schema is tried', () => {
  expect(places.length).toBeGreaterThan(80);
  expect(new Set(places.map(({ kind }) => kind)).size).toBe(3);
});

test.each(places.map((place) => [place.name, place] as const))(
  'where %s throws, the client is told an id and nothing else',
  async (name, place) => {
    const told: unknown[] = [];
    for (const [what, make] of Object.entries(thrown)) {
      Object.assign(failing, { field: name, with: make });
      const text = await answerOf(place);
      const [error] = JSON.parse(text).errors ?? [];
      told.push([what, text.includes('password_hash'), error?.message, error?.extensions]);
    }

    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) };
    expect(told).toEqual(Object.keys(thrown).map((what) => [what, false, 'Internal server error', extensions]));
  },
);
