import { resolve } from 'node:path';
import pino from 'pino';
import { type App, openApp } from '../app';
import { type RunningServer, startServer } from '../server';

export interface TestApi {
  app: App;
  url: string;
  stop(): Promise<void>;
}

/** Another API process in all but name: connections, live events and HTTP server of its own, on the test run's database. */
export async function startTestApi(databaseUrl = testDatabaseUrl()): Promise<TestApi> {
  const logger = pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'fatal' });
  const app = await openApp(databaseUrl, logger);
  await app.tenancy.migrator.migrateRegistry();
  const server: RunningServer = await startServer(app, {
    host: '127.0.0.1',
    port: 0,
    corsOrigins: ['https://crm.example'],
    allowedHosts: ['127.0.0.1', 'localhost'],
    playgroundDir: resolve(__dirname, '../../dist/playground'),
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

export function testDatabaseUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('expected TEST_DATABASE_URL, which the global set-up of the tests provides');
  return url;
}
