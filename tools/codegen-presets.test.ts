/** @jest-environment node */
import { buildSchema, parse } from 'graphql';
import { apolloHooks } from './apollo-hooks';
import { constraints } from './constraints';

const schema = buildSchema(`
  directive @constraint(minLength: Int, maxLength: Int, format: Format) on INPUT_FIELD_DEFINITION
  enum Format { EMAIL }
  type Query { thing(id: ID!): String, things: [String!]! }
  type Mutation { make(input: MakeInput!): String }
  type Subscription { made: String }
  input MakeInput { name: String! @constraint(minLength: 1, maxLength: 200), email: String @constraint(format: EMAIL), size: Int! = 3 }
  input PlainInput { id: ID! }
`);

/** What a preset writes of its own, beside the plugins it is given. */
async function write(preset: typeof apolloHooks, name: string, source = ''): Promise<string> {
  const documents = source === '' ? [] : [{ document: parse(source) }];
  const options = { baseOutputDir: '', schema: parse('scalar X'), documents, config: {}, plugins: [], pluginMap: {} };
  const [section] = await preset.buildGeneratesSection(
    options as unknown as Parameters<typeof preset.buildGeneratesSection>[0],
  );
  const output = await section?.pluginMap[name]?.plugin(schema, documents, {});
  return typeof output === 'string' ? output : (output?.content ?? '');
}

const writeHooks = (source: string) => write(apolloHooks, 'apollo-hooks', source);

test('a query without variables gets a hook whose options may be left out', async () => {
  expect(await writeHooks('query Things { things }')).toContain(
    'export const useThingsQuery = (options?: (Apollo.useQuery.Options<ThingsQuery, ThingsQueryVariables>) | Apollo.SkipToken)',
  );
});

test('a query with a required variable gets a hook that asks for it', async () => {
  expect(await writeHooks('query Thing($id: ID!) { thing(id: $id) }')).toContain(
    'useThingQuery = (options: (Apollo.useQuery.Options<ThingQuery, ThingQueryVariables> & { variables: ThingQueryVariables }) | Apollo.SkipToken)',
  );
});

test('mutations, subscriptions and fragments get theirs', async () => {
  const hooks = await writeHooks(`
    mutation Make($input: MakeInput!) { make(input: $input) }
    subscription Made { made }
    fragment Row_thing on Query { things }
  `);

  expect(hooks).toContain('useMakeMutation');
  expect(hooks).toContain('useMadeSubscription');
  expect(hooks).toContain(
    "useRow_ThingFragment = (from: Apollo.useFragment.Options<Row_ThingFragment, never>['from'])",
  );
});

test('an operation without a name is refused', async () => {
  await expect(writeHooks('{ things }')).rejects.toThrow('Expected every operation to have a name');
});

test('the rules of inputs are written as data; inputs without rules are left out', async () => {
  const written = await write(constraints, 'constraints');

  expect(JSON.parse(written.slice(written.indexOf('{'), written.lastIndexOf('}') + 1))).toEqual({
    MakeInput: { name: { isRequired: true, minLength: 1, maxLength: 200 }, email: { format: 'EMAIL' }, size: {} },
  });
});
