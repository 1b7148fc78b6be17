import { parse } from 'graphql';
import { buildApiSchema } from '../schema';
import { newTenant } from '../testing/new-tenant';
import { testApi } from '../testing/test-api';
import { KnownCosts } from './known-costs';

const schema = buildApiSchema();
const costs = new KnownCosts();

test('a document that comes again costs what its variables say, whatever it cost before', () => {
  const document = parse(
    'query ($first: Int!, $id: ID!, $more: Boolean!) { contact(id: $id) { id } contacts(first: $first) { nodes { id conversations(first: 2) @include(if: $more) { nodes { id } } } } }',
  );
  const cost = (variables: object) => costs.require({ schema, document, variables: { ...variables } });

  const wrong = cost({ first: 'ten', id: 'a', more: false });
  const counted = [
    cost({ first: 10, id: 'a', more: false }),
    cost({ first: 20, id: 'a', more: false }),
    cost({ first: 10, id: 'b', more: true }),
    cost({ first: 10, id: 'c', more: false }),
  ];

  expect(wrong).toBe(0);
  expect(counted).toEqual([12, 22, 42, 12]);
});

test.each([
  ['query ($value: ContactFilter) { contacts(filter: $value) { totalCount } }', 'createdAfter'],
  ['mutation ($value: CreateContactInput!) { createContact(input: $value) { userErrors { message } } }', 'metadata'],
])('variables that are nested without end are refused, and are no fault of ours: %s', async (document, name) => {
  const [tenant, api] = [await newTenant(), await testApi()];
  const depth = 10_000;
  const value = `${`{"${name}":`.repeat(depth)}1${'}'.repeat(depth)}`;

  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-tenant-id': tenant.id },
    // As text, since only what is not nested so deep can be written by JSON.stringify.
    body: `{"query":${JSON.stringify(document)},"variables":{"value":${value}}}`,
  });
  const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };

  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});
