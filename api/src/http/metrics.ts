import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { citusNodes } from '../database/citus';
import type { RequestContext } from '../graphql/context';
import type { Door } from '../graphql/open-context';

export interface Metrics {
  plugin: ApolloServerPlugin<RequestContext>;
  /** For an operation that Apollo does not see. */
  startOperation(): (operation: string, outcome: 'ok' | 'error') => void;
  contentType: string;
  text(): Promise<string>;
}

/** Units: seconds. From a point read to the slowest that a statement may take. */
const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Labels are the operation's kind and outcome; its name is the client's to choose, and would let anyone grow the series without bound. */
export function newMetrics({ tenancy, live, jobs }: Door): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  const durations = new Histogram({
    name: 'atrium_graphql_operation_duration_seconds',
    help: 'Time from the arrival of a GraphQL operation over HTTP to its answer.',
    labelNames: ['operation', 'outcome'],
    buckets: durationBuckets,
    registers: [registry],
  });
  const { pools, budget, operations, migrator } = tenancy;
  const gates = { lane: budget.laneGate, pool: budget.poolGate, operation: operations, registration: migrator.queue };
  const gauges: [name: string, help: string, read: () => number][] = [
    ['tenant_data_sources_open', 'Tenants whose DataSource is open in this process.', () => pools.size],
    ['tenant_data_sources_in_use', 'Tenants with a statement or transaction under way.', () => pools.inUse],
    ['tenant_data_sources_draining', 'Of these, those whose DataSource is dropped already.', () => pools.draining],
    ['tenant_data_sources_opened_total', 'DataSources opened since the start.', () => pools.opened],
    ['tenant_data_sources_evicted_total', 'DataSources dropped to make room.', () => pools.evicted],
    ['database_connections', 'Connections to the database, the listening one aside.', () => tenancy.openConnections],
    ['database_connections_busy', 'Of those for requests, the ones at work.', () => budget.busyConnections],
    ['replica_reads_total', 'Reads that the standby has answered.', () => tenancy.replica?.reads ?? 0],
    ['replica_fallbacks_total', 'Of those asked of it, the ones made again.', () => tenancy.replica?.fallbacks ?? 0],
    ['replica_lag_seconds', 'How far the standby is behind.', () => tenancy.replica?.lagSeconds ?? 0],
    ['database_deadlines_total', 'Connections given up because no answer came in time.', () => budget.deadlines],
    ['jobs_done_total', 'Jobs that came to their end in this process.', () => jobs.done],
    ['jobs_failed_total', 'Attempts of jobs that failed in this process.', () => jobs.failed],
    ['subscriptions_open', 'Running GraphQL subscriptions.', () => live.subscriberCount],
    ['event_lag_seconds', 'How long the newest event took from its sending to this process.', () => live.lag],
    ['events_foreign_total', 'Notifications that were not ours.', () => live.foreignCount],
    ['events_listening', '1 where events arrive.', () => (live.state === 'open' ? 1 : 0)],
  ];
  for (const [name, help, read] of gauges) gauge(registry, `atrium_${name}`, help, read);
  const byKind = (read: (kind: keyof typeof gates) => number) =>
    Object.keys(gates).map((kind) => ({ kind, value: read(kind as keyof typeof gates) }));
  gaugeByKind(registry, 'queue_running', 'Turns that are taken, all tenants together.', () =>
    byKind((kind) => gates[kind].running),
  );
  gaugeByKind(registry, 'queue_waiting', 'Requests that wait for their tenant’s turn.', () =>
    byKind((kind) => gates[kind].waiting),
  );
  gaugeByKind(registry, 'queue_refused_total', 'Requests refused with TOO_MANY_REQUESTS.', () =>
    byKind((kind) => gates[kind].refused),
  );
  gaugeByKind(registry, 'database_statements_total', 'Statements over lanes, and transactions over the pool.', () =>
    Object.entries(budget.statements).map(([kind, value]) => ({ kind, value })),
  );
  new Gauge({
    name: 'atrium_citus_node_up',
    help: 'On Citus: 1 for each worker that answers.',
    labelNames: ['node'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { node, isUp } of await citusNodes(budget).catch(() => [])) this.set({ node }, isUp ? 1 : 0);
    },
  });
  const waits = new Histogram({
    name: 'atrium_queue_wait_seconds',
    help: 'Time that a request waited for its tenant’s turn; `connection`: that a transaction waited for its connection.',
    labelNames: ['kind'],
    buckets: durationBuckets,
    registers: [registry],
  });
  for (const [kind, gate] of Object.entries(gates)) gate.onWait = (seconds) => waits.observe({ kind }, seconds);
  budget.onWait = (seconds) => waits.observe({ kind: 'connection' }, seconds);

  const startOperation: Metrics['startOperation'] = () => {
    const stop = durations.startTimer();
    return (operation, outcome) => void stop({ operation, outcome });
  };

  return {
    startOperation,
    contentType: registry.contentType,
    text: () => registry.metrics(),
    plugin: {
      async requestDidStart() {
        const stop = startOperation();
        return {
          async willSendResponse({ operation, errors }) {
            stop(operation?.operation ?? 'unparsed', errors?.length ? 'error' : 'ok');
          },
        };
      },
    },
  };
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

function gaugeByKind(
  registry: Registry,
  name: string,
  help: string,
  read: () => { kind: string; value: number }[],
): void {
  new Gauge({
    name: `atrium_${name}`,
    help,
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      for (const { kind, value } of read()) this.set({ kind }, value);
    },
  });
}
