import type { FastifyInstance } from 'fastify';
import { DatabaseUnavailable } from './database/unavailable';
import type { Metrics } from './metrics';
import type { Door } from './open-context';
import { wantsPage } from './playground';

const { name, version } = require('@atrium/api/package.json') as { name: string; version: string };

interface Paths {
  graphqlPath: string;
  metrics: Metrics;
}

/** `/` says what is here; `/healthz`: the process runs; `/readyz`: it can serve; `/metrics`: Prometheus text. */
export function addHealthRoutes(http: FastifyInstance, door: Door, { graphqlPath, metrics }: Paths): void {
  http.get('/', async (request, reply) => {
    if (wantsPage(request.headers.accept)) return reply.redirect(graphqlPath);
    return {
      name,
      version,
      status: (await isReady(door)) ? 'ok' : 'database unavailable',
      graphql: graphqlPath,
      subscriptions: `${graphqlPath} (WebSocket, graphql-transport-ws)`,
      playground: `${graphqlPath} (in a browser)`,
      health: '/healthz',
      ready: '/readyz',
      metrics: '/metrics',
    };
  });

  http.get('/healthz', () => ({ status: 'ok' }));

  http.get('/readyz', async (_request, reply) =>
    (await isReady(door)) ? { status: 'ok' } : reply.code(503).send({ status: 'database unavailable' }),
  );

  http.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}

async function isReady({ tenancy }: Door): Promise<boolean> {
  try {
    await tenancy.budget.query('select 1');
    return true;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return false;
    throw error;
  }
}
