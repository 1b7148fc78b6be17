/** @jest-environment node */
import { type ApolloLink, ServerError } from '@apollo/client';
import { execute } from '@apollo/client/link';
import { ViewerDocument } from '../generated/graphql';
import { statusOf } from './api-error';
import { ApolloClients } from './clients';
import { createHttpLink } from './http-link';

type Fetch = NonNullable<Parameters<typeof createHttpLink>[0]['fetch']>;
type Send = jest.MockedFunction<Fetch>;

const answering = (body: string, init: ResponseInit): Send =>
  jest.fn(async (..._asked: Parameters<Fetch>) => new Response(body, init));
const graphql = { 'content-type': 'application/graphql-response+json; charset=utf-8' };

function start(fetch: Send, context: object = {}) {
  const link = createHttpLink({ uri: '/graphql', headers: { 'x-tenant-id': 'acme' }, fetch });
  const client = new ApolloClients({ ssrMode: true, createLink: () => link }).of(null).apollo;
  return execute(link, { query: ViewerDocument, context }, { client });
}

const ask = (fetch: Send, context: object = {}) =>
  new Promise<ApolloLink.Result>((next, error) => start(fetch, context).subscribe({ next, error }));

test('an operation is posted with its name, its variables and its text', async () => {
  const fetch = answering('{"data":{"viewer":null}}', { headers: graphql });

  expect(await ask(fetch)).toEqual({ data: { viewer: null } });

  const [uri, init] = fetch.mock.calls[0] ?? [];
  expect(uri).toBe('/graphql');
  expect(init).toMatchObject({
    method: 'POST',
    headers: { 'x-tenant-id': 'acme', 'content-type': 'application/json' },
  });
  expect(JSON.parse(String(init?.body))).toEqual({
    operationName: 'Viewer',
    variables: {},
    query: expect.stringMatching(/^query Viewer/),
  });
});

test('errors that GraphQL tells are an answer, whatever the status', async () => {
  const errors = [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }];

  expect(await ask(answering(JSON.stringify({ errors }), { status: 401, headers: graphql }))).toEqual({ errors });
});

test.each([
  ['a page of somebody between', '<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }],
  ['JSON of somebody between', '{"errors":[]}', { status: 503, headers: { 'content-type': 'application/json' } }],
  ['no JSON', '{"data":', { headers: graphql }],
  ['JSON without an answer', 'null', { headers: graphql }],
])('%s is no answer, and counts as an API that is away', async (_what, body, init) => {
  const error = await ask(answering(body, init)).catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(ServerError);
  expect(statusOf(error)).toBe(503);
});

const hanging: Send = jest.fn(
  (_uri, init) =>
    new Promise((_answer, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
);

test('whoever sets a limit of time hears that it has passed', async () => {
  const error = await ask(hanging, { fetchOptions: { signal: AbortSignal.timeout(5) } }).catch((thrown) => thrown);

  expect(error.name).toBe('TimeoutError');
});

test('a request that nobody waits for any more is ended', () => {
  const waiting = start(hanging).subscribe({ error: fail });

  waiting.unsubscribe();

  expect(hanging.mock.lastCall?.[1]?.signal?.aborted).toBe(true);
});

function fail(error: unknown): never {
  throw error;
}
