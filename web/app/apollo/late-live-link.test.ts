import { ApolloLink } from '@apollo/client';
import { execute } from '@apollo/client/link';
import { of } from 'rxjs';
import { ContactListDeletionsDocument } from '../generated/graphql';
import { browserClients } from './browser-clients';
import { answerWhenLoaded } from './late-live-link';
import { LiveConnection } from './live-connection';

const deletion = { data: { contactDeleted: 'ann' } };
const loadedLink = () => new ApolloLink(() => of(deletion));

function listenOver(link: ApolloLink) {
  const heard: unknown[] = [];
  execute(link, { query: ContactListDeletionsDocument }, { client: browserClients().of(null).apollo }).subscribe(
    (event) => heard.push(event),
  );
  return heard;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what listens is answered when the program is there, which is loaded once', async () => {
  const load = jest.fn(async () => loadedLink());
  const link = answerWhenLoaded(new LiveConnection(), load);

  const heard = [listenOver(link), listenOver(link)];
  await jest.advanceTimersByTimeAsync(0);

  expect(heard).toEqual([[deletion], [deletion]]);
  expect(load).toHaveBeenCalledTimes(1);
});

test('nothing is loaded before somebody listens', () => {
  const load = jest.fn(async () => loadedLink());

  answerWhenLoaded(new LiveConnection(), load);

  expect(load).not.toHaveBeenCalled();
});

test('a connection that is held while the program comes is opened by it', async () => {
  const live = new LiveConnection();
  const open = jest.fn(() => () => undefined);
  answerWhenLoaded(live, async () => {
    live.opensWith(open);
    return loadedLink();
  });

  live.hold();
  expect(live.state).toBe('connecting');
  await jest.advanceTimersByTimeAsync(0);

  expect(open).toHaveBeenCalledTimes(1);
});

test('a program that cannot be had leaves the page offline, and is asked for again', async () => {
  const complaint = jest.spyOn(console, 'warn').mockReturnValue(undefined);
  const live = new LiveConnection();
  const load = jest.fn<Promise<ApolloLink>, []>(async () => loadedLink());
  load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const link = answerWhenLoaded(live, load);
  const release = live.hold();
  const heard = listenOver(link);

  await jest.advanceTimersByTimeAsync(0);
  expect(live.state).toBe('offline');
  await jest.advanceTimersByTimeAsync(1_000);

  expect(heard).toEqual([deletion]);
  expect(complaint).toHaveBeenCalledTimes(1);
  release();
  expect(live.state).toBe('idle');
});
