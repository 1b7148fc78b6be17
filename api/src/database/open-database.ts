import pg from 'pg';
import type { Env } from '../env';
import { type RunningDatabase, startEmbeddedPostgres } from './embedded';

const oldestMajor = 13;
const answerWithinMs = 10_000;

/**
 * The server in DATABASE_URL, which `stop` leaves alone; else an embedded one in DATA_DIR.
 * Errors: one sentence where the server is not to be had, or is too old. It never holds the password.
 */
export async function openDatabase(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
  log: (line: string) => void,
): Promise<RunningDatabase> {
  if (env.DATABASE_URL === undefined) return startEmbeddedPostgres({ dataDir: env.DATA_DIR, log });
  await requireServer(env.DATABASE_URL);
  return { url: env.DATABASE_URL, stop: async () => undefined };
}

async function requireServer(url: string): Promise<void> {
  const where = `the PostgreSQL at ${new URL(url).host}`;
  const version = await readVersion(url).catch((error: unknown) => {
    throw new Error(`DATABASE_URL names ${where}, which cannot be used: ${reasonOf(error)}.`);
  });
  if (version.number < oldestMajor * 10_000) {
    throw new Error(`DATABASE_URL must name a PostgreSQL ${oldestMajor} or later; ${where} is ${version.text}.`);
  }
}

async function readVersion(url: string): Promise<{ number: number; text: string }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: answerWithinMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; text: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
    );
    if (!rows[0]) throw new Error('it does not tell its version');
    return rows[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Node says nothing but its code when several addresses of one name all refuse. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message) return error.message;
  return 'code' in error ? String(error.code) : error.name;
}
