import { ask } from './calls';
import { closeSockets, medianOf, openSockets, until } from './raw-sockets';
import type { ServedStatement } from './serve';
import type { ServedApi } from './served';
import { say } from './target';
import { sendMessage, type Thread } from './writers';

const rounds = 7;
/** A read of the log, and what it names, however many listen. */
const maxTransactions = 2;

const query = 'subscription { messageSent { id content conversation { id messageCount } } }';

/** One event for very many sockets of one tenant, at two processes. Answers sentences about what it cost too much. */
export async function measureFanOut(
  apis: readonly ServedApi[],
  { tenantId, conversationId }: Thread,
  schemaName: string,
  count: number,
): Promise<string[]> {
  let heard = 0;
  const onData = () => {
    heard += 1;
  };
  const of = { tenantId, query, onData };
  const opened = await Promise.all(apis.map(({ url }) => openSockets(count / apis.length, { url, ...of })));
  const untilLast: number[] = [];
  const reads: number[] = [];
  const loads: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    heard = 0;
    await Promise.all(apis.map((api) => api.statements()));
    const input = { conversationId, content: `To all, ${round}` };
    await ask(apis[0]?.url ?? '', tenantId, sendMessage, { input });
    const answeredAt = performance.now();
    await until(() => heard === count);
    // The first round compiles the selection.
    if (round > 0) untilLast.push(performance.now() - answeredAt);
    for (const api of apis) {
      const sent = (await api.statements()).filter(({ role, over }) => role === schemaName && over === 'lane');
      const isOfLog = ({ text }: ServedStatement) => text.includes('."events"') || text.includes('event_counter');
      reads.push(sent.filter(isOfLog).length);
      loads.push(sent.filter((statement) => !isOfLog(statement)).length);
    }
  }
  await Promise.all(apis.map(({ url }, i) => closeSockets(opened[i] ?? [], url)));
  say(
    `\n${count} sockets of one tenant at ${apis.length} processes, one message: the last has it ${medianOf(untilLast).toFixed(0)} ms after the answer (at most ${Math.max(...untilLast).toFixed(0)}); ` +
      `a process reads the log ${medianOf(reads)} times (at most ${Math.max(...reads)}) and rows by ${medianOf(loads)} statements (at most ${Math.max(...loads)})`,
  );
  const isTooMuch = medianOf(reads) > 1 || medianOf(loads) > maxTransactions;
  return isTooMuch ? [`one message made ${medianOf(reads)} reads of the log and ${medianOf(loads)} of rows`] : [];
}
