import { setTimeout as sleep } from 'node:timers/promises';
import { appendEvents } from '../api/src/events/event-log';
import { startApi } from './target';
import type { Thread } from './writers';

/** As an import writes them: many rows, and so many events, in one transaction. */
export const eventsOfTransaction = 10;

/**
 * Appends events by the clock, through an API in this process that tells the others as after any write. Answers how many a second that made.
 * `written` hears the last number of each transaction when it is committed, as who is answered would.
 */
export async function appendBulk(
  databaseUrl: string,
  threads: readonly Thread[],
  { rate, forMs }: { rate: number; forMs: number },
  written: (tenantId: string, seq: number) => void,
): Promise<number> {
  const { app, stop } = await startApi(databaseUrl);
  try {
    const writers = await Promise.all(
      threads.map(async ({ tenantId, conversationId }) => {
        const tenant = await app.tenancy.registry.findTenant(tenantId);
        if (!tenant) throw new Error('expected the tenant of the conversation');
        const manager = await app.tenancy.managerOf(tenant);
        const events = Array<{ type: 'conversationChanged'; id: string }>(eventsOfTransaction).fill({
          type: 'conversationChanged',
          id: conversationId,
        });
        return async () => {
          const seq = await manager.transaction((inside) =>
            appendEvents(inside, events, { now: new Date(), actorId: null }),
          );
          app.live.tell(tenantId, seq);
          written(tenantId, seq);
        };
      }),
    );
    const everyMs = (1_000 * eventsOfTransaction) / rate;
    const underWay = new Set<Promise<void>>();
    const startedAt = performance.now();
    let n = 0;
    for (; performance.now() - startedAt < forMs; n += 1) {
      const writing = (writers[n % writers.length] as () => Promise<void>)().finally(() => underWay.delete(writing));
      underWay.add(writing);
      await sleep(Math.max(0, startedAt + (n + 1) * everyMs - performance.now()));
    }
    await Promise.all(underWay);
    return (n * eventsOfTransaction * 1_000) / (performance.now() - startedAt);
  } finally {
    await stop();
  }
}
