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

test('a wrong guess is answered with what there is to members alone, over HTTP and on a socket', async () => {
  const input = { name: 'Ann', email: 'guess@introspection.example', password: 'correct horse battery' };
  const { data } = await send(api, signUp, { input });
  const guess = '{ viewerr { id } }';
  const client = createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });

  const nobodys = await send(api, guess);
  const members = await send(api, guess, {}, { authorization: `Bearer ${data.signUp.token}` });
  const onSocket = await client
    .iterate({ query: guess })
    .next()
    .catch((errors: unknown) => errors);
  await client.dispose();

  expect(nobodys.errors?.[0]?.message).toBe('Cannot query field "viewerr" on type "Query".');
  expect(members.errors?.[0]?.message).toContain('Did you mean "viewer"?');
  expect(JSON.stringify(onSocket)).toContain('Cannot query field');
  expect(JSON.stringify(onSocket)).not.toContain('Did you mean');
});
