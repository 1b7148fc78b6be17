import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestContext } from './context';
import type { Door } from './open-context';

export interface Metrics {
  plugin: ApolloServerPlugin<RequestContext>;
  contentType: string;
  text(): Promise<string>;
}

/** Units: seconds. From a point read to the slowest that a statement may take. */
const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Labels are the operation's kind and outcome; its name is the client's to choose, and would let anyone grow the series without bound. */
export function newMetrics({ tenancy, live }: Door): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  const durations = new Histogram({
    name: 'atrium_graphql_operation_duration_seconds',
    help: 'Time from the arrival of a GraphQL operation over HTTP to its answer.',
    labelNames: ['operation', 'outcome'],
    buckets: durationBuckets,
    registers: [registry],
  });
  gauge(
    registry,
    'atrium_tenant_data_sources_open',
    'Tenants whose DataSource is open in this process.',
    () => tenancy.pools.size,
  );
  gauge(
    registry,
    'atrium_database_connections',
    'Connections of this process to the database, the listening one aside.',
    () => tenancy.budget.openConnections,
  );
  gauge(registry, 'atrium_subscriptions_open', 'Running GraphQL subscriptions.', () => live.subscriberCount);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    plugin: {
      async requestDidStart() {
        const stop = durations.startTimer();
        return {
          async willSendResponse({ operation, errors }) {
            stop({ operation: operation?.operation ?? 'unparsed', outcome: errors?.length ? 'error' : 'ok' });
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
