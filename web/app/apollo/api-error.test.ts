import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { describeError, statusOf } from './api-error';

const graphQLError = (code: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'No.', extensions: { code } }] });

test.each([
  ['TENANT_NOT_FOUND', 404],
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['ONE_COMPANY_ONLY', 403],
  ['SERVICE_UNAVAILABLE', 503],
  ['BAD_USER_INPUT', 400],
  ['INTERNAL_SERVER_ERROR', 500],
])('the API code %s is status %i', (code, status) => {
  expect(statusOf(graphQLError(code))).toBe(status);
});

test('an API that cannot be reached is 503', () => {
  expect(statusOf(new TypeError('fetch failed'))).toBe(503);
  expect(statusOf(Object.assign(new Error('late'), { name: 'TimeoutError' }))).toBe(503);
});

test('an answer that is not GraphQL is 503, except where its status tells more', () => {
  const answer = (status: number) =>
    new ServerError('No GraphQL.', { response: new Response('', { status }), bodyText: '' });

  expect(statusOf(answer(502))).toBe(503);
  expect(statusOf(answer(404))).toBe(404);
});

test('a mistake of our own is 500', () => {
  expect(statusOf(new Error('undefined is not a function'))).toBe(500);
});

test('the log learns the cause that fetch hides', () => {
  const error = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });

  expect(describeError(error)).toBe('fetch failed (connect ECONNREFUSED)');
});
