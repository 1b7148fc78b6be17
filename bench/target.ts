import { resolve } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { type App, openApp } from '../api/src/app';
import { urlsGiven } from '../api/src/database/open-database';
import { startEmbeddedPostgres } from '../api/src/embedded-postgres/embedded-postgres';
import { startServer } from '../api/src/http/server';

export const largeTenantName = 'Large Tenant';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs the work as the superuser in `DATABASE_URL`, or on an embedded server of the benchmarks' own, so that no one's data are touched. */
export async function withDatabase(work: (url: string) => Promise<void>, durable = true): Promise<void> {
  const given = process.env['DATABASE_URL'];
  if (given) return work(given);
  const dataDir = resolve(__dirname, '..', process.env['DATA_DIR'] ?? '.data/bench');
  const database = await startEmbeddedPostgres({ dataDir, durable, log: say });
  try {
    await work(database.url);
  } finally {
    await database.stop();
  }
}

/** For what no one's server may be put through. */
export function withOwnDatabase(work: (url: string) => Promise<void>): Promise<void> {
  if (process.env['DATABASE_URL'])
    throw new Error('expected no DATABASE_URL: this kills the server, and only an embedded one starts again by itself');
  return withDatabase(work);
}

/** A connection of its own, outside the API's budget: for loading rows, and for EXPLAIN. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'atrium-bench' });
  // Where the server is killed on purpose, this must not end the bench.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The embedded server starts again by itself: by then its backends are gone, and it has recovered. */
export const isUp = (databaseUrl: string): Promise<boolean> =>
  withClient(databaseUrl, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );

export interface Target {
  app: App;
  /** Without a path. */
  url: string;
  stop(): Promise<void>;
}

/** The API as it is served, in this process, on a free port of the loopback interface. */
export async function startApi(superuserUrl: string, options: Parameters<typeof openApp>[2] = {}): Promise<Target> {
  const logger = pino({ level: 'error' });
  const urls = await urlsGiven({ DATABASE_URL: superuserUrl, ATRIUM_ALLOW_SUPERUSER: false });
  const app = openApp(urls, logger, options);
  await app.start();
  const server = await startServer(app, {
    host: '127.0.0.1',
    port: 0,
    corsOrigins: [],
    allowedHosts: ['127.0.0.1'],
    maxSockets: { ofAddress: 5_000, ofAccount: 5_000 },
    // No load of these would be a tenant's usual one.
    maxCost: { ofTenant: 1e12, ofCaller: 1e12 },
    isOpenToOperator: true,
    isSecure: false,
    trustedProxies: [],
    introspection: 'public',
    playgroundDir: '',
    logger,
  });
  return {
    app,
    url: server.url,
    async stop() {
      await server.stop();
      await app.close();
    },
  };
}

export interface LargeTenant {
  id: string;
  schemaName: string;
}

/** Errors: says how to make one where there is none. */
export async function requireLargeTenant({ app }: Target): Promise<LargeTenant> {
  const [tenant] = await app.tenancy.registry.listTenants({ search: largeTenantName }, null, 1);
  if (!tenant)
    throw new Error('There is no large tenant in this database yet: run "npm run bench -- seed-large" first.');
  return { id: tenant.id, schemaName: tenant.schemaName };
}
