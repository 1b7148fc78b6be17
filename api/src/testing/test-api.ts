import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import pino, { type Logger } from 'pino';
import { type App, openApp } from '../app';
import { urlsGiven } from '../database/open-database';
import type { DatabaseUrls } from '../database/roles';
import { withClient } from '../database/with-client';
import type { CostLimits } from '../graphql/cost';
import type { Introspection } from '../graphql/introspection';
import type { ExportLimits } from '../http/file-door';
import type { SenderLimits } from '../http/senders';
import { type RunningServer, startServer } from '../http/server';
import { requireAllowed } from './sql-rules';
import { archiveFolder } from './test-database';

export interface TestApi {
  app: App;
  url: string;
  stop(): Promise<void>;
}

interface TestApiOptions extends NonNullable<Parameters<typeof openApp>[2]> {
  urls?: DatabaseUrls;
  logger?: Logger;
  maxSockets?: SenderLimits;
  maxCost?: CostLimits;
  isOpenToOperator?: boolean;
  schema?: GraphQLSchema;
  isSecure?: boolean;
  introspection?: Introspection;
  compilesReads?: boolean;
  exportLimits?: Partial<ExportLimits>;
}

/** Another API process in all but name: connections, live events and HTTP server of its own, on the test run's database. */
export async function startTestApi({
  urls,
  logger = pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'fatal' }),
  maxSockets = { ofAddress: 200, ofAccount: 50 },
  maxCost = { ofTenant: 3_000_000, ofCaller: 3_000_000 },
  isOpenToOperator = true,
  schema,
  isSecure = false,
  introspection = 'public',
  compilesReads = true,
  exportLimits = {},
  ...options
}: TestApiOptions = {}): Promise<TestApi> {
  const archives = { folder: archiveFolder(), keepDays: 7, isNightly: false };
  const app = openApp(urls ?? (await testDatabaseUrls()), logger, { archives, ...options });
  app.tenancy.budget.onStatement = requireAllowed;
  await app.start();
  const server: RunningServer = await startServer(app, {
    host: '127.0.0.1',
    port: 0,
    corsOrigins: ['https://crm.example'],
    allowedHosts: ['127.0.0.1', 'localhost'],
    maxSockets,
    maxCost,
    isOpenToOperator,
    isSecure,
    introspection,
    compilesReads,
    exportLimits,
    trustedProxies: [],
    playgroundDir: resolve(__dirname, '../../dist/playground'),
    logger,
    ...(schema && { schema }),
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

let shared: Promise<TestApi> | null = null;

/** The API of this test file, started with the first use. */
export function testApi(): Promise<TestApi> {
  shared ??= startTestApi();
  return shared;
}

export async function stopTestApi(): Promise<void> {
  const stopping = shared;
  shared = null;
  await (await stopping)?.stop();
}

/** The test run's database, through the pooler in TEST_POOLED_DATABASE_URL where there is one. */
export function testDatabaseUrls(): Promise<DatabaseUrls> {
  return urlsIn(new URL(testDatabaseUrl()).pathname);
}

/** A database beside the run's own, for what is about all that is in one. */
export async function newDatabase(): Promise<DatabaseUrls> {
  const name = `own_${randomUUID().slice(0, 8)}`;
  await behindTheApi(`create database ${name} template template0`);
  return urlsIn(`/${name}`);
}

/** For a test file that counts all that is in a database: from here on, all that it does is in one of its own. */
export async function useOwnDatabase(): Promise<void> {
  const { pathname } = new URL((await newDatabase()).owner);
  process.env['TEST_DATABASE_URL'] = Object.assign(new URL(testDatabaseUrl()), { pathname }).href;
}

/** A database of the run's server, by both ways where there are two. */
function urlsIn(pathname: string): Promise<DatabaseUrls> {
  const at = (url: string) => Object.assign(new URL(url), { pathname }).href;
  const pooled = process.env['TEST_POOLED_DATABASE_URL'];
  const direct = pooled ? { DATABASE_DIRECT_URL: at(testDatabaseUrl()) } : {};
  return urlsGiven({ DATABASE_URL: at(pooled ?? testDatabaseUrl()), ...direct, ATRIUM_ALLOW_SUPERUSER: false });
}

/**
 * Cuts connections to a database of the test's own: in the run's, the tests beside this one would be cut as well. As each of the two roles
 * in turn, since a role that is no superuser may end its own only.
 */
export async function endBackends({ listen, owner }: DatabaseUrls, names: string[], more = 'true'): Promise<void> {
  for (const url of [listen, owner]) {
    await behindTheApi(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = current_user and application_name = any($1) and ${more}`,
      [names],
      url,
    );
  }
}

/** As whoever the test run's database was given to, for what a test does behind the API's back. */
export function behindTheApi<Row extends object>(
  text: string,
  values: unknown[] = [],
  url = testDatabaseUrl(),
): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(text, values)).rows);
}

function testDatabaseUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('expected TEST_DATABASE_URL, which the global set-up of the tests provides');
  return url;
}
