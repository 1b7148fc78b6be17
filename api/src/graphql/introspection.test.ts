import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { send } from '../testing/new-tenant';
import { signUp } from '../testing/people';
import { startTestApi, type TestApi } from '../testing/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ isOpenToOperator: false, introspection: 'members' });
});
afterAll(() => api.stop());

const questions = [
  '{ __schema { queryType { name } } }',
  '{ __type(name: "Query") { name } }',
  '{ renamed: __schema { queryType { name } } }',
  '{ viewer { id } ...Hidden } fragment Hidden on Query { ... { __type(name: "Query") { name } } }',
];

test.each(questions)('whoever has not signed in is told nothing by %s', async (question) => {
  const { status, data, errors } = await send(api, question);

  expect([status, data ?? null, errors?.[0]?.extensions.code]).toEqual([401, null, 'UNAUTHENTICATED']);
});

test('a socket tells nobody either', async () => {
  const client = createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });

  const answer = await client
    .iterate({ query: '{ __schema { queryType { name } } }' })
    .next()
    .catch((errors: unknown) => errors);
  await client.dispose();

  expect(JSON.stringify(answer)).toContain('UNAUTHENTICATED');
});

test('who has signed in may ask, and `__typename` is for everybody', async () => {
  const input = { name: 'Ann', email: 'ann@introspection.example', password: 'correct horse battery' };
  const { data } = await send(api, signUp, { input });
  const headers = { authorization: `Bearer ${data.signUp.token}` };

  const asked = await send(api, questions[0] ?? '', {}, headers);
  const nobodys = await send(api, '{ __typename }');

  expect(asked.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  expect(nobodys.data).toEqual({ __typename: 'Query' });
});
