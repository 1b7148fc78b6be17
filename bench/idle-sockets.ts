import { closeSockets, openSockets } from './raw-sockets';
import type { ServedApi } from './served';
import { say } from './target';

const warmUp = 300;

/** What an open socket costs that nothing is sent over. */
export async function measureIdleSockets(api: ServedApi, tenantId: string, count: number): Promise<void> {
  const ways = {
    'acknowledged, nothing subscribed': undefined,
    'one subscription': 'subscription { tenantEvents { cursor type } }',
    "the web client's way: a message's fields":
      'subscription { messageSent { id number content createdAt conversation { id messageCount } } }',
  };
  say(`\n| ${count} idle sockets | heap, KB each | buffers, KB each | RSS, KB each |\n|---|---|---|---|`);
  for (const [what, query] of Object.entries(ways)) {
    const of = { url: api.url, tenantId, ...(query && { query }) };
    await closeSockets(await openSockets(warmUp, of), api.url);
    const before = await api.memory();
    const sockets = await openSockets(count, of);
    const after = await api.memory();
    const each = (['heap', 'external', 'rss'] as const).map((kind) => (after[kind] - before[kind]) / count / 1024);
    say(`| ${what} | ${each.map((kilobytes) => kilobytes.toFixed(1)).join(' | ')} |`);
    await closeSockets(sockets, api.url);
  }
}
