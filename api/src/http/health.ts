import type { FastifyInstance } from 'fastify';
import type { Door } from '../graphql/open-context';
import type { Metrics } from './metrics';
import { wantsPage } from './playground';

const { name, version } = require('@atrium/api/package.json') as { name: string; version: string };

/** Whoever asks has a second's patience, and shall know what does not answer. */
const answerWithinMs = 800;

interface Paths {
  graphqlPath: string;
  metrics: Metrics;
}

interface Readiness {
  status: 'ok' | 'database unavailable' | 'live events do not arrive';
  database: 'ok' | 'silent' | 'unavailable';
  liveEvents: Door['live']['state'];
  /** Tenants whose tables are older than this program: served, and brought up to date behind; and those where that failed. */
  tenants: { behind: number; failed: number } | null;
}

/** `/` says what is here; `/healthz`: the process runs; `/readyz`: it can serve; `/metrics`: Prometheus text. */
export function addHealthRoutes(http: FastifyInstance, door: Door, { graphqlPath, metrics }: Paths): void {
  http.get('/', async (request, reply) => {
    if (wantsPage(request.headers.accept)) return reply.redirect(graphqlPath);
    return {
      name,
      version,
      status: (await readinessOf(door)).status,
      graphql: graphqlPath,
      subscriptions: `${graphqlPath} (WebSocket, graphql-transport-ws)`,
      playground: `${graphqlPath} (in a browser)`,
      health: '/healthz',
      ready: '/readyz',
      metrics: '/metrics',
    };
  });

  http.get('/healthz', () => ({ status: 'ok' }));

  http.get('/readyz', async (_request, reply) => {
    const readiness = await readinessOf(door);
    return reply.code(readiness.status === 'ok' ? 200 : 503).send(readiness);
  });

  http.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}

async function readinessOf({ tenancy, live }: Door): Promise<Readiness> {
  const tenants = await Promise.race([
    tenancy.fleetState().catch(() => 'unavailable' as const),
    new Promise<'silent'>((resolve) => setTimeout(resolve, answerWithinMs, 'silent')),
  ]);
  const database = typeof tenants === 'string' ? tenants : 'ok';
  return {
    status: database !== 'ok' ? 'database unavailable' : live.state === 'deaf' ? 'live events do not arrive' : 'ok',
    database,
    liveEvents: live.state,
    tenants: typeof tenants === 'string' ? null : tenants,
  };
}
