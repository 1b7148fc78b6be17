import { ApolloLink, CombinedGraphQLErrors, Observable } from '@apollo/client';
import { execute } from '@apollo/client/link';
import { DashboardDeletionsDocument } from '../generated/graphql';
import { browserClients } from './browser-clients';
import { resubscribe } from './browser-link';

const refusal = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'No.', extensions: { code } }] });

/** A source whose first subscriptions end with the given errors, and whose next one sends a result. */
function newSource(...errors: Error[]) {
  const source = jest.fn(
    () =>
      new Observable<ApolloLink.Result>((observer) => {
        const error = errors.shift();
        if (error) observer.error(error);
        else observer.next({ data: { contactDeleted: 'ann' } });
      }),
  );
  const heard: unknown[] = [];
  const onResume = jest.fn();
  const link = ApolloLink.from([resubscribe(onResume), new ApolloLink(source)]);
  execute(link, { query: DashboardDeletionsDocument }, { client: browserClients().of(null).apollo }).subscribe({
    next: (result) => heard.push(result.data),
    error: (error) => heard.push(error),
  });
  return { heard, onResume };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a subscription that a failing API has ended begins anew, and the page catches up', async () => {
  const { heard, onResume } = newSource(refusal('SERVICE_UNAVAILABLE'), refusal('SERVICE_UNAVAILABLE'));
  expect(heard).toEqual([]);

  await jest.advanceTimersByTimeAsync(3_000);

  expect(heard).toEqual([{ contactDeleted: 'ann' }]);
  expect(onResume).toHaveBeenCalledTimes(2);
});

test('a subscription that the sender may not have stays ended', async () => {
  const error = refusal('FORBIDDEN');
  const { heard, onResume } = newSource(error);

  await jest.advanceTimersByTimeAsync(60_000);

  expect(heard).toEqual([error]);
  expect(onResume).not.toHaveBeenCalled();
});
