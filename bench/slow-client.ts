import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { ask, percentile } from './calls';
import { openSocket, until } from './raw-sockets';
import type { ServedApi } from './served';
import { say } from './target';
import { sendMessage, type Thread } from './writers';

const messages = 3_000;
const content = 'x'.repeat(10_000);
const atOnce = 8;
/** After the API sends a reader away (at 10 to 11 s), and before it ends the connection (5 s later). */
const stopsReadingForMs = 14_500;
/** Of what was written, the API may keep so much: the newest 500 events, and what is under way. */
const maxKeptShare = 0.5;
const tooSlow = 4429;

const query = 'subscription ($after: String) { messageSent(after: $after) { id number content } }';

interface Arrival {
  number: number;
  at: number;
}

/** A reader that stops reading while much is written. Answers sentences about what it spoilt. */
export async function measureSlowClient(api: ServedApi, { tenantId, conversationId }: Thread): Promise<string[]> {
  const of = { url: api.url, tenantId, query };
  const [slowHeard, quickHeard]: [number[], Arrival[]] = [[], []];
  const slow = await openSocket({ ...of, onData: ({ messageSent }) => slowHeard.push(messageSent.number) });
  const quick = await openSocket({
    ...of,
    onData: ({ messageSent: { number } }) => quickHeard.push({ number, at: performance.now() }),
  });
  // Just asked whether it lives, it is not taken for dead while it does not read.
  await once(slow, 'ping');
  const before = await api.memory();
  slow.pause();
  const pausedAt = performance.now();

  const answered = await writeAll(api.url, tenantId, conversationId);
  const during = await api.memory();
  await until(() => quickHeard.length === messages);
  await sleep(Math.max(0, pausedAt + stopsReadingForMs - performance.now()));
  const { code, reason } = await readsAgain(slow);
  const lateness = quickHeard.map(({ number, at }) => Math.max(0, at - (answered.get(number) ?? Number.NaN)));
  const beforeResume = slowHeard.length;
  const resumed = await openSocket({
    ...of,
    variables: { after: reason.split(' ').at(-1) },
    onData: ({ messageSent }) => slowHeard.push(messageSent.number),
  });
  await until(() => slowHeard.length >= messages);
  for (const socket of [quick, resumed]) socket.terminate();

  const kept = (during.heap + during.external - before.heap - before.external) / 1024 / 1024;
  const written = (messages * content.length) / 1024 / 1024;
  say(
    `\nA client stops reading for ${stopsReadingForMs / 1_000} s while ${written.toFixed(0)} MB are written: the API keeps ${kept.toFixed(1)} MB more, closes with ${code} "${reason}"; ` +
      `another reader has each message p50 ${percentile(lateness, 0.5).toFixed(1)} ms, p99 ${percentile(lateness, 0.99).toFixed(1)} ms after its answer; ` +
      `the slow one had ${beforeResume} of ${messages}, and the rest after it resumed`,
  );
  const faults: string[] = [];
  if (kept > written * maxKeptShare) faults.push(`the API kept ${kept.toFixed(1)} MB for a client that does not read`);
  if (code !== tooSlow) faults.push(`expected the code ${tooSlow} for a client that does not read, got ${code}`);
  if (slowHeard.some((number, i) => number !== i + 1)) faults.push('who resumed has not every message once, in order');
  return faults;
}

/** When each was acknowledged, by its number. */
async function writeAll(url: string, tenantId: string, conversationId: string): Promise<Map<number, number>> {
  const answered = new Map<number, number>();
  let left = messages;
  const write = async () => {
    for (; left > 0; ) {
      left -= 1;
      const data = await ask(url, tenantId, sendMessage, { input: { conversationId, content } });
      answered.set(data.sendMessage.message.number, performance.now());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, write));
  return answered;
}

async function readsAgain(slow: WebSocket): Promise<{ code: number; reason: string }> {
  const closed = once(slow, 'close');
  slow.resume();
  const [code, reason] = (await closed) as [number, Buffer];
  return { code, reason: String(reason) };
}
