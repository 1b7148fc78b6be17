import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { seqFrom } from '../api/src/events/cursor';
import { ask, percentile } from './calls';
import { beginning } from './doors';
import { openSocket, until } from './raw-sockets';
import type { ServedApi } from './served';
import { say } from './target';
import { sendMessage, type Thread } from './writers';

const content = 'x'.repeat(10_000);
const atOnce = 8;
/** Before the slow one comes, and again while it does not read: each time more than the connection itself holds. */
const messages = 1_000;
/** After the API has sent it away (at 10 to 11 s from the moment that nothing more fits), and before it ends the connection 5 s later. */
const stopsReadingForMs = 13_000;
/** The newest 500 events with their rows, and those that the slow one is at; not what was written. Units: bytes. */
const maxKept = messages * content.length;
const tooSlow = 4429;

const query = `subscription ($after: String) {
  tenantEvents(after: $after) { cursor ... on MessageSent { message { number content } } }
}`;

interface Heard {
  tenantEvents: { cursor: string; message?: { number: number } };
}

/** A reader that stops reading while much is written. Answers sentences about what it spoilt. */
export async function measureSlowClient(api: ServedApi, { tenantId, conversationId }: Thread): Promise<string[]> {
  const of = { url: api.url, tenantId, query };
  const heard: string[] = [];
  const arrived = new Map<number, number>();
  let newest = '';
  const onData = ({ tenantEvents: { cursor } }: Heard) => heard.push(cursor);
  const quick = await openSocket({
    ...of,
    onData({ tenantEvents: { cursor, message } }: Heard) {
      newest = cursor;
      if (message) arrived.set(message.number, performance.now());
    },
  });
  await writeAll(api.url, tenantId, conversationId);
  await until(() => arrived.size === messages);

  const before = await api.memory();
  const slow = await openSocket({ ...of, variables: { after: beginning }, onData });
  slow.pause();
  const [answered, { during, code, reason }] = await Promise.all([
    writeAll(api.url, tenantId, conversationId),
    readAgainLater(slow, api),
  ]);
  await until(() => arrived.size === 2 * messages);
  const beforeResume = heard.length;
  const after = code === tooSlow ? reason.split(' ').at(-1) : heard.at(-1);
  const resumed = await openSocket({ ...of, variables: { after }, onData });
  await until(() => heard.at(-1) === newest);
  for (const socket of [quick, resumed]) socket.terminate();

  const kept = during.heap + during.external - before.heap - before.external;
  const lateness = [...answered].map(([number, at]) => Math.max(0, (arrived.get(number) ?? Number.NaN) - at));
  say(
    `\nA client stops reading before ${inMegabytes(2 * messages * content.length)}: the API keeps ${inMegabytes(kept)} more, and closes with ${code} "${reason}"; ` +
      `another reader has each message p50 ${percentile(lateness, 0.5).toFixed(1)} ms, p99 ${percentile(lateness, 0.99).toFixed(1)} ms after its answer; ` +
      `the slow one had ${beforeResume} of ${heard.length} events, and the rest when it resumed`,
  );
  const seqs = heard.map((cursor) => seqFrom(cursor) ?? 0);
  const faults: string[] = [];
  if (kept > maxKept) faults.push(`the API kept ${inMegabytes(kept)} for a client that does not read`);
  if (code !== tooSlow) faults.push(`expected the code ${tooSlow} for a client that does not read, got ${code}`);
  if (seqs.some((seq, i) => seq !== i + 1)) faults.push('who resumed has not every event once, in order');
  return faults;
}

const inMegabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

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

async function readAgainLater(slow: WebSocket, api: ServedApi) {
  const closed = once(slow, 'close');
  await sleep(stopsReadingForMs);
  const during = await api.memory();
  slow.resume();
  const [code, reason] = (await closed) as [number, Buffer];
  return { during, code, reason: String(reason) };
}
