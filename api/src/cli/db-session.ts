import { openTenancy } from '../app';
import { openDatabase } from '../database/open-database';
import { archiveSettings, type Env, readEnv } from '../env';
import { readSecret } from '../secret';
import type { Tenancy } from '../tenancy/tenancy';

export interface DbSession {
  tenancy: Tenancy;
  env: Env;
  /** Whose data it is, for questions: without user and password. */
  place: string;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does the work on the embedded database or the one in DATABASE_URL, and leaves the server as it was found.
 * A signal ends the process in order; what was not committed is not done.
 */
export async function withDatabase(
  work: (session: DbSession) => Promise<void>,
  options: { ownerTransactions?: number } = {},
): Promise<void> {
  const env = readEnv();
  const database = await openDatabase(env, (line) => process.stderr.write(`${line}\n`));
  let isStopping = false;
  const interrupt = () => {
    // A Ctrl-C comes twice: from the terminal, and from what started this process.
    if (isStopping) return;
    isStopping = true;
    void database.stop().finally(() => process.exit(1));
  };
  for (const signal of signals) process.on(signal, interrupt);
  const settings = { archives: archiveSettings(env), secret: await readSecret(env) };
  const tenancy = openTenancy(database.urls, { ...settings, ...options });
  try {
    const place = env.DATABASE_URL ? `the PostgreSQL at ${new URL(env.DATABASE_URL).host}` : env.DATA_DIR;
    await work({ tenancy, env, place });
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
    await tenancy.close();
    await database.stop();
  }
}
