import { closeSockets, openSockets } from './raw-sockets';
import { type ServedApi, serveApi } from './served';
import { say } from './target';

const warmUp = 300;

const ways = {
  'acknowledged, nothing subscribed': undefined,
  'one subscription': 'subscription { tenantEvents { cursor type } }',
  'one with fields of a row':
    'subscription { messageSent { id number content createdAt conversation { id messageCount } } }',
};

/** What an open socket costs that nothing is sent over: each time in a process of its own, since one keeps the memory that it has had. */
export async function measureIdleSockets(databaseUrl: string, tenantId: string, count: number): Promise<void> {
  say(`\n| ${count} idle sockets | heap, KB each | buffers, KB each | RSS, KB each |\n|---|---|---|---|`);
  for (const [what, query] of Object.entries(ways)) {
    const api = await serveApi(databaseUrl);
    try {
      const each = await costOf(api, { url: api.url, tenantId, ...(query && { query }) }, count);
      say(`| ${what} | ${each.map((kilobytes) => kilobytes.toFixed(1)).join(' | ')} |`);
    } finally {
      await api.stop();
    }
  }
}

async function costOf(api: ServedApi, of: Parameters<typeof openSockets>[1], count: number): Promise<number[]> {
  await closeSockets(await openSockets(warmUp, of), api.url);
  const before = await api.memory();
  const sockets = await openSockets(count, of);
  const after = await api.memory();
  await closeSockets(sockets, api.url);
  return (['heap', 'external', 'rss'] as const).map((kind) => (after[kind] - before[kind]) / count / 1024);
}
