import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { hashOf, newToken } from '../../api/src/access/token';
import { startEmbeddedPostgres } from '../../api/src/embedded-postgres/embedded-postgres';
import { atrium } from '../queries/atrium';
import { type Running, run } from '../queries/running';
import type { World } from '../queries/world';
import { say, withClient } from '../target';
import { accountId, contactIds, conversationIds, type Place, type Shape } from './rows';
import { requireTenants } from './tenants';

const folder = resolve(__dirname, '../../.data/growth');

/** A PostgreSQL with tenants, and Atrium as it is deployed on it. */
export interface Site {
  databaseUrl: string;
  running: Running;
  places: Place[];
  shapes: readonly Shape[];
  worldOf(place: number): World;
  stop(): Promise<void>;
}

/** In a folder that is kept: thousands of tenants take longer to make than to measure. */
export async function startSite(name: string, shapes: readonly Shape[], signal: AbortSignal): Promise<Site> {
  const startedAt = Date.now();
  // Its commits do not wait for the disk, at any size alike.
  const database = await startEmbeddedPostgres({ dataDir: resolve(folder, name), durable: false, log: say });
  try {
    const places = await requireTenants(database.url, name, shapes, signal);
    const token = await newSession(database.url);
    const readable = Math.min(...shapes.map(({ contacts }) => contacts));
    const [contacts, conversations] = [contactIds(readable), conversationIds(readable)];
    const known = { gateway: '', schema: '', token, actorId: accountId, neighbours: [] };
    const worlds = places.map(({ id }) => ({
      ...known,
      tenantId: id,
      contactIds: contacts,
      threads: conversations,
      writable: conversations,
    }));
    const [first] = worlds;
    if (!first) throw new Error('expected tenants');
    const running = await run(atrium, first, database.url);
    say(`${name}: ${places.length} tenants, ready after ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
    return {
      databaseUrl: database.url,
      running,
      places,
      shapes,
      worldOf: (place) => worlds[place] ?? first,
      async stop() {
        await running.stop();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

const newSession = (databaseUrl: string): Promise<string> =>
  withClient(databaseUrl, async (client) => {
    const token = newToken('session');
    await client.query('delete from public.sessions where account_id = $1', [accountId]);
    await client.query(
      `insert into public.sessions (id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
      [randomUUID(), hashOf(token), accountId],
    );
    return token;
  });
