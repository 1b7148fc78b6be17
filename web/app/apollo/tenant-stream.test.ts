import { CombinedGraphQLErrors } from '@apollo/client';
import { NEVER, Observable, of, Subject } from 'rxjs';
import { LiveConnection } from './live-connection';
import { type EventSource, LostTrack, type StreamedEvent, TenantStream } from './tenant-stream';

const event = (number: number): StreamedEvent => ({
  __typename: 'ContactDeleted',
  cursor: `${number}`,
  contactId: `contact-${number}`,
});
const refusal = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'No.', extensions: { code } }] });

/** A log from which each connection reads on; connections break when the test says so. */
function newStream({ cursor = '0' as string | null } = {}) {
  const connections = new Subject<void>();
  const wakeUps = new Subject<void>();
  const log = { newest: 0, askedAfter: [] as string[], current: new Subject<StreamedEvent>() };
  const source: EventSource = {
    connections,
    wakeUps,
    watch: () => NEVER.subscribe(),
    drop: jest.fn(),
    newestCursor: () => of(`${log.newest}`),
    eventsAfter: (after) =>
      new Observable((observer) => {
        log.askedAfter.push(after());
        for (let number = Number(after()) + 1; number <= log.newest; number += 1) observer.next(event(number));
        log.current = new Subject();
        const listening = log.current.subscribe(observer);
        connections.next();
        return () => listening.unsubscribe();
      }),
  };
  const live = new LiveConnection();
  const page = { cursor, readAnew: jest.fn(async () => undefined) };
  const stream = new TenantStream(live, source, page);
  const heard: string[] = [];
  stream.events.subscribe(({ cursor: at }) => heard.push(at));
  return {
    live,
    page,
    log,
    heard,
    wakeUps,
    source,
    stream,
    happens() {
      log.newest += 1;
      log.current.next(event(log.newest));
    },
    breaks: (error: unknown = new Error('Socket closed')) => log.current.error(error),
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('after a break the stream goes on behind the last event it has, and each event is heard once', async () => {
  const { live, log, heard, happens, breaks, page } = newStream();
  live.hold();
  happens();

  breaks();
  log.newest = 3;
  await jest.advanceTimersByTimeAsync(1_000);
  happens();

  expect(heard).toEqual(['1', '2', '3', '4']);
  expect(log.askedAfter).toEqual(['0', '1']);
  expect(page.readAnew).not.toHaveBeenCalled();
});

test('it is live only while it is connected, and says when it is not', async () => {
  const { live, breaks } = newStream();
  expect(live.state).toBe('idle');
  const release = live.hold();
  expect(live.state).toBe('connecting');
  await jest.advanceTimersByTimeAsync(300);
  expect(live.state).toBe('live');

  breaks();
  expect(live.state).toBe('offline');
  await jest.advanceTimersByTimeAsync(2_000);
  expect(live.state).toBe('live');

  release();
  expect(live.state).toBe('idle');
});

test('a service that stays away is asked ever more rarely, and for ever', async () => {
  const { live, log, source } = newStream();
  const attempts: number[] = [];
  jest.spyOn(source, 'eventsAfter').mockImplementation(
    () =>
      new Observable((observer) => {
        attempts.push(Date.now());
        observer.error(refusal('SERVICE_UNAVAILABLE'));
      }),
  );
  live.hold();

  await jest.advanceTimersByTimeAsync(10 * 60_000);

  const pauses = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(10_000);
  expect(pauses[0]).toBeLessThanOrEqual(500);
  expect(attempts.length).toBeGreaterThan(60);
  expect(log.askedAfter).toEqual([]);
});

test('the line’s return ends the pause', async () => {
  const { live, log, breaks, wakeUps } = newStream();
  live.hold();
  breaks();

  wakeUps.next();
  await jest.advanceTimersByTimeAsync(0);

  expect(log.askedAfter).toHaveLength(2);
});

test.each([
  ['the log no longer reaches back so far', refusal('EVENTS_EXPIRED')],
  ['an event came without what it is about', new LostTrack()],
])('where %s, it goes on from the newest event and the page is read anew', async (_case, error) => {
  const { live, log, breaks, page } = newStream();
  live.hold();
  log.newest = 900;

  breaks(error);
  await jest.advanceTimersByTimeAsync(1_000);

  expect(log.askedAfter).toEqual(['0', '900']);
  expect(page.readAnew).toHaveBeenCalledTimes(1);
});

test('a page of which nobody knows how old it is, is read anew once the stream has begun', () => {
  const { live, log, page } = newStream({ cursor: null });
  log.newest = 7;

  live.hold();

  expect(log.askedAfter).toEqual(['7']);
  expect(page.readAnew).toHaveBeenCalledTimes(1);
});

test('where the page could not be read anew, both begin again', async () => {
  const { live, log, page } = newStream({ cursor: null });
  page.readAnew.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  live.hold();

  log.newest = 3;
  await jest.advanceTimersByTimeAsync(1_000);

  expect(page.readAnew).toHaveBeenCalledTimes(2);
  expect(log.askedAfter).toEqual(['0', '3']);
});

test('breaks that lie far apart are short, though nothing happens in between', async () => {
  const { live, log, breaks } = newStream();
  live.hold();

  for (let count = 1; count <= 12; count += 1) {
    await jest.advanceTimersByTimeAsync(60_000);
    breaks();
    await jest.advanceTimersByTimeAsync(500);
    expect(log.askedAfter).toHaveLength(count + 1);
  }
});

test('who comes back to a company goes on where the stream was left', () => {
  const { live, log, happens } = newStream();
  const release = live.hold();
  happens();
  release();

  live.hold();

  expect(log.askedAfter).toEqual(['0', '1']);
});
