import { ApolloLink, CombinedGraphQLErrors } from '@apollo/client';
import { execute } from '@apollo/client/link';
import type { DocumentNode } from 'graphql';
import { throwError } from 'rxjs';
import { SignOutDocument, ViewerDocument } from '../generated/graphql';
import { browserClients } from './browser-clients';
import { noticeRefusal } from './browser-link';
import { sessionEnd } from './session-end';

const refusal = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'No.', extensions: { code } }] });

const run = (link: ApolloLink, query: DocumentNode) =>
  new Promise((over) => {
    execute(link, { query }, { client: browserClients().of(null).apollo }).subscribe({ next: over, error: over });
  });

test.each([
  ['a change', SignOutDocument, 1],
  ['a question', ViewerDocument, 0],
])('%s that is refused brings the page up to date or not', async (_what, query, times) => {
  const onRoleChange = jest.fn();
  const refused = new ApolloLink(() => throwError(() => refusal('FORBIDDEN')));

  await run(ApolloLink.from([noticeRefusal(onRoleChange), refused]), query);

  expect(onRoleChange).toHaveBeenCalledTimes(times);
  expect(sessionEnd.isOver).toBe(false);
});

test('an answer that nobody is signed in ends the session of the page', async () => {
  const refused = new ApolloLink(() => throwError(() => refusal('UNAUTHENTICATED')));

  await run(ApolloLink.from([noticeRefusal(jest.fn()), refused]), ViewerDocument);

  expect(sessionEnd.isOver).toBe(true);
  sessionEnd.isOver = false;
});

test('an answer to what was asked before somebody signed in again does not end the new session', async () => {
  const late = new ApolloLink(() => {
    sessionEnd.isOver = true;
    sessionEnd.isOver = false;
    return throwError(() => refusal('UNAUTHENTICATED'));
  });

  await run(ApolloLink.from([noticeRefusal(jest.fn()), late]), ViewerDocument);

  expect(sessionEnd.isOver).toBe(false);
});
