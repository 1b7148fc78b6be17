import pino from 'pino';
import { openApp } from './app';
import { seedDemoWhereEmpty } from './cli/demo/seed-demo';
import { openDatabase } from './database/open-database';
import { readEnv } from './env';
import { startServer } from './server';

async function main(): Promise<void> {
  const env = readEnv();
  const logger = pino({ level: env.LOG_LEVEL, base: null });
  const database = await openDatabase(env, (line) => logger.info(line));
  const app = await openApp(database.url, logger);
  await app.tenancy.migrator.migrateRegistry();
  const { failures } = await app.tenancy.migrator.migrateTenants();
  for (const { schemaName, error } of failures) logger.error({ schemaName, err: error }, 'a tenant was not migrated');
  if (env.DEMO) await seedDemoWhereEmpty(app.tenancy, (line) => logger.info(line));

  const server = await startServer(app, {
    host: env.API_HOST,
    port: env.API_PORT,
    corsOrigins: env.CORS_ORIGINS,
    allowedHosts: env.API_ALLOWED_HOSTS,
    playgroundDir: env.PLAYGROUND_DIR,
    logger,
  });
  logger.info({ url: server.url }, 'ready');

  const stop = async () => {
    await server.stop();
    await app.close();
    await database.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
