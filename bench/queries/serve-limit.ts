import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { limitSql } from './limit-sql';
import { ownSql } from './own-sql';
import type { Ask, WorkloadKey } from './workloads';
import type { World } from './world';

const world: World = JSON.parse(process.env['ATRIUM_BENCH_WORLD'] ?? '{}');
const { gateway, schema } = world;
const pool = new pg.Pool({ connectionString: gateway, max: 10 });
process.on('disconnect', () => process.exit(0));

const quoted = (name: string): string => pg.escapeIdentifier(name);
const prepared = new WeakSet<pg.PoolClient>();

async function prepare(client: pg.PoolClient): Promise<void> {
  await client.query(`set timezone = 'UTC'; set role ${quoted(schema)}`);
  for (const [key, { types, sql }] of Object.entries(limitSql)) {
    await client.query(`prepare "${key}" ${types} as ${ownSql(sql, world)}`);
  }
  await client.query('reset role');
  prepared.add(client);
}

/** One round trip: transaction, role, and the one statement, which the server has planned before. */
async function answerTo(key: WorkloadKey, values: string[]): Promise<string> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    if (!prepared.has(client)) await prepare(client);
    const list = values.length > 0 ? `(${values.map((value) => pg.escapeLiteral(value)).join(', ')})` : '';
    const results = await client.query(`begin; set local role ${quoted(schema)}; execute "${key}" ${list}; commit`);
    return (results as unknown as pg.QueryResult<{ json: string }>[])[2]?.rows[0]?.json ?? 'null';
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    client.release(failure);
  }
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, key = '', last] = (request.url ?? '').split('/');
  const ask: Ask = request.method === 'POST' ? JSON.parse(await text(request)) : {};
  const values =
    key === 'send'
      ? [ask.id, ask.content, ask.key, 'hash']
      : key === 'create'
        ? [ask.name, ask.email, ask.phone]
        : last === undefined
          ? []
          : [decodeURIComponent(last)];
  const json = await answerTo(key as WorkloadKey, values as string[]);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }).end(json);
}

createServer((request, response) => {
  handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env['API_PORT']), '127.0.0.1');
