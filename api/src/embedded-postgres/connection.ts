import pg from 'pg';
import { superuser } from './cluster';

const database = 'atrium';
const answerWithinMs = 2_000;

/** SQLSTATE: the server is starting, recovering or shutting down; and: there is no such database. */
const notNow = '57P03';
const noSuchDatabase = '3D000';

export function urlOf(port: number, password: string, name = database): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
}

/** `absent` covers another program's server on that port, too: it does not know the password. */
export async function askServer(port: number, password: string): Promise<'ready' | 'busy' | 'absent'> {
  try {
    await withClient(urlOf(port, password, 'postgres'), (client) => client.query('select 1'));
    return 'ready';
  } catch (error) {
    return codeOf(error) === notNow ? 'busy' : 'absent';
  }
}

/** Errors: where the server's locale or collations would find or order names wrongly. */
export async function requireDatabase(port: number, password: string): Promise<void> {
  try {
    await withClient(urlOf(port, password), requireLanguages);
  } catch (error) {
    if (codeOf(error) !== noSuchDatabase) throw error;
    await withClient(urlOf(port, password, 'postgres'), createDatabase);
    await withClient(urlOf(port, password), requireLanguages);
  }
}

/** Owner and borrower may both find it missing; the one who comes second waits for the first, and is told so. */
const madeByAnother = new Set(['42P04', '23505']);

async function createDatabase(client: pg.Client): Promise<void> {
  await client.query(`create database ${database}`).catch((error: unknown) => {
    if (!madeByAnother.has(String(codeOf(error)))) throw error;
  });
}

async function requireLanguages(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ folds: boolean; orders: boolean }>(
    `select 'Zoë' ilike '%ZOË%' as folds, exists (select from pg_collation where collname = 'und-x-icu') as orders`,
  );
  if (!rows[0]?.folds)
    throw new Error(
      'This PostgreSQL does not fold case beyond ASCII: set DATABASE_URL to one whose locale is C.UTF-8 or better.',
    );
  if (!rows[0].orders)
    throw new Error('This PostgreSQL has no collation "und-x-icu": set DATABASE_URL to one that was built with ICU.');
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: answerWithinMs });
  // Errors reach the caller through the call; this one is for a connection that breaks between two.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
