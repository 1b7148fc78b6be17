import { openApp } from './app';
import { openDatabase } from './database/open-database';
import { openDemo } from './demo/open-demo';
import { archiveSettings, isForThisMachine, readEnv } from './env';
import { newLogger } from './http/log';
import { startServer } from './http/server';
import { readSecret } from './secret';

/** What a running request may take, and a little more. */
const stopWithinMs = 30_000;

/** So many register at once without waiting for their tables. Each takes two megabytes until then. */
const readySchemas = 16;

async function main(): Promise<void> {
  const env = readEnv();
  const logger = newLogger(env.LOG_LEVEL);
  const closers: (() => Promise<unknown>)[] = [];
  const interruption = new AbortController();
  let isStopping = false;

  /** In the reverse order of the start, whatever of it there is by then. */
  const stop = (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    // A server that recovers from a crash can take minutes before it answers.
    interruption.abort(new Error('interrupted'));
    setTimeout(() => process.exit(exitCode || 1), stopWithinMs).unref();
    starting
      .catch(() => undefined)
      .then(async () => {
        for (const close of closers.reverse()) await close();
        process.exit(exitCode);
      })
      .catch((error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      });
  };
  /** Between two steps of the start: nothing more is begun. */
  const proceed = () => {
    if (isStopping) throw new Error('interrupted');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isStopping) logger.info({ signal }, 'stopping');
      stop(0);
    });
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal(
        { err: error },
        'an error that nobody caught: requests that run are finished, then this process ends',
      );
      stop(1);
    });
  }

  const start = async () => {
    const database = await openDatabase(env, (line) => logger.info(line), interruption.signal);
    closers.push(() => database.stop());
    proceed();
    const app = openApp(database.urls, logger, {
      replica: database.urls.replica
        ? { url: database.urls.replica, maxLagMs: env.REPLICA_MAX_LAG_SECONDS * 1_000 }
        : undefined,
      secret: await readSecret(env),
      allowsLoopback: isForThisMachine(env),
      archives: archiveSettings(env),
      readySchemas,
      backupRetentionDays: env.BACKUP_RETENTION_DAYS,
      deletionGraceDays: env.DELETION_GRACE_DAYS,
      mail: { webOrigin: env.ATRIUM_ORIGIN, smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
      // Whoever reads the log of a server that nobody else reaches is who it was mailed to.
      ...(isForThisMachine(env) && { onMail: ({ to, text }) => logger.info(`Mail to ${to}: ${text}`) }),
    });
    closers.push(() => app.close());
    await app.start();
    proceed();
    await openDemo(app, {
      isOn: env.DEMO && isForThisMachine(env),
      dataDir: env.DATA_DIR,
      say: (line) => logger.info(line),
    });
    proceed();
    const server = await startServer(app, {
      host: env.API_HOST,
      port: env.API_PORT,
      corsOrigins: env.CORS_ORIGINS,
      allowedHosts: env.API_ALLOWED_HOSTS,
      introspection: env.INTROSPECTION,
      playgroundDir: env.PLAYGROUND_DIR,
      isOpenToOperator: false,
      isSecure: env.ATRIUM_ORIGIN.startsWith('https:'),
      trustedProxies: env.TRUSTED_PROXIES,
      maxSockets: { ofAddress: env.MAX_SOCKETS_OF_ADDRESS, ofAccount: env.MAX_SOCKETS_OF_ACCOUNT },
      maxCost: { ofTenant: env.MAX_COST_OF_TENANT, ofCaller: env.MAX_COST_OF_CALLER },
      logger,
    });
    closers.push(() => server.stop());
    logger.info({ url: server.url }, 'ready');
    app.migrateBehind();
  };
  // A signal that comes before the first line of the start finds a start that it can wait for.
  const starting = Promise.resolve().then(start);
  await starting.catch((error: unknown) => {
    if (!isStopping) throw error;
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`, () => process.exit(1));
});
