import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { outcomeOf } from './delivery-outcome';

const answer = (code: string, more: object = {}) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'Because.', extensions: { code, ...more } }] });
const bare = (status: number, headers: Record<string, string> = {}) =>
  new ServerError('No GraphQL.', { response: new Response('', { status, headers }), bodyText: '' });

test.each(['NOT_FOUND', 'FORBIDDEN', 'BAD_USER_INPUT', 'TENANT_NOT_FOUND'])('%s is a refusal for good', (code) => {
  expect(outcomeOf(answer(code))).toEqual({ kind: 'refused', problem: 'Because.' });
});

test.each([
  ['a line that is down', new TypeError('Failed to fetch'), 0],
  ['an answer that is late', Object.assign(new Error('late'), { name: 'TimeoutError' }), 0],
  ['a failure of the API', answer('INTERNAL_SERVER_ERROR'), 0],
  ['a database that is away', answer('SERVICE_UNAVAILABLE'), 0],
  ['an account that is signed out', answer('UNAUTHENTICATED'), 0],
  ['too many requests', answer('TOO_MANY_REQUESTS', { retryAfterMs: 1_500 }), 1_500],
  ['a proxy without an API behind it', bare(502), 0],
  ['a proxy that has lost the address', bare(404), 0],
  ['a proxy that asks to wait', bare(429, { 'retry-after': '3' }), 3_000],
])('%s is waited for', (_case, error, heldForMs) => {
  expect(outcomeOf(error)).toEqual({ kind: 'failed', heldForMs });
});
