import type { FastifyInstance } from 'fastify';

/** How many requests of one tenant are begun in one turn of the event loop. */
const inOneTurn = 4;

/**
 * Hundreds of requests that arrive in one moment are begun a few at a time, so that between them those of other tenants are looked at:
 * 500 at once would else keep everybody waiting for as long as it takes to read them all.
 */
export function paceArrivals(http: FastifyInstance): void {
  const waiting = new Map<string, (() => void)[]>();
  const begun = new Map<string, number>();

  const nextTurn = () => {
    begun.clear();
    for (const [tenant, queue] of waiting) {
      const now = queue.splice(0, inOneTurn);
      if (queue.length === 0) waiting.delete(tenant);
      begun.set(tenant, now.length);
      for (const begin of now) begin();
    }
    if (begun.size > 0) setImmediate(nextTurn);
  };

  http.addHook('onRequest', (request, _reply, begin) => {
    const tenant = String(request.headers['x-tenant-id'] ?? '');
    const count = begun.get(tenant) ?? 0;
    if (count >= inOneTurn || waiting.has(tenant)) {
      const queue = waiting.get(tenant) ?? [];
      waiting.set(tenant, queue);
      queue.push(begin);
      return;
    }
    if (begun.size === 0) setImmediate(nextTurn);
    begun.set(tenant, count + 1);
    begin();
  });
}
