import { pagesOf } from './pages';
import { send } from './send';
import { type ServedApi, serveApi } from './served';
import { requireLargeTenant, say, startApi, withClient } from './target';

export interface LoadOptions {
  rounds: number;
  requests: number;
  clients: number;
}

interface Round {
  perSecond: number;
  p50: number;
  p95: number;
  /** CPU time of the API's process for one request. */
  cpuMs: number;
}

const sendMessage = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id number } userErrors { message } } }`;
const measured = [
  'contacts: latest activity first',
  'contacts: search, a name (papadakis)',
  'thread of 9 messages',
  'dashboard',
];

/** One kind of request after the other, round by round, so that what else the machine does falls on all of them alike. */
export async function measureLoad(url: string, options: LoadOptions): Promise<void> {
  const api = await startApi(url);
  const tenant = await requireLargeTenant(api);
  await api.stop();
  const kinds = await withClient(url, async (client) => {
    const pages = (await pagesOf(client, tenant.schemaName)).filter(({ page }) => measured.includes(page));
    const { rows } = await client.query(`select id from "${tenant.schemaName}".conversations order by id limit 64`);
    const messages = { page: 'send a message', operation: sendMessage, variables: {} };
    return [...pages, messages].map((page) => ({
      ...page,
      variablesAt: (n: number) =>
        page === messages
          ? { input: { conversationId: rows[n % rows.length].id, content: `Number ${n}` } }
          : page.variables,
    }));
  });

  const server = await serveApi(url);
  const results = new Map<string, Round[]>(kinds.map(({ page }) => [page, []]));
  try {
    for (let round = -1; round < options.rounds; round += 1) {
      for (const { page, operation, variablesAt } of kinds) {
        const result = await measure(options, server, (n) => send(server.url, tenant.id, operation, variablesAt(n)));
        // The first round only warms up.
        if (round >= 0) results.get(page)?.push(result);
      }
    }
  } finally {
    await server.stop();
  }
  say(`| request | a second | p50, ms | p95, ms | CPU of the API, ms |\n|---|---|---|---|---|`);
  for (const [page, rounds] of results) {
    const median = (key: keyof Round) =>
      rounds.map((round) => round[key]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)];
    say(
      `| ${page} | ${median('perSecond')?.toFixed(0)} | ${median('p50')?.toFixed(1)} | ${median('p95')?.toFixed(1)} | ${median('cpuMs')?.toFixed(2)} |`,
    );
  }
  say(`\n${options.clients} requests under way at a time, medians of ${options.rounds} rounds of ${options.requests}.`);
}

async function measure(
  { requests, clients }: LoadOptions,
  server: ServedApi,
  ask: (n: number) => Promise<unknown>,
): Promise<Round> {
  const latencies: number[] = [];
  let next = 0;
  const client = async () => {
    while (next < requests) {
      const n = next++;
      const startedAt = performance.now();
      await ask(n);
      latencies.push(performance.now() - startedAt);
    }
  };
  const cpuBefore = await server.cpuMs();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const elapsedMs = performance.now() - startedAt;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: (requests / elapsedMs) * 1_000,
    p50: latencies[Math.floor(requests * 0.5)] ?? Number.NaN,
    p95: latencies[Math.floor(requests * 0.95)] ?? Number.NaN,
    cpuMs: ((await server.cpuMs()) - cpuBefore) / requests,
  };
}
