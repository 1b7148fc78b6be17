import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { hashOf, newToken } from '../api/src/access/token';
import { functions, insertActivity, insertContacts } from './seed-large';
import type { Memory } from './serve';
import { type ServedApi, serveApi } from './served';
import { say, startApi, withClient } from './target';

export interface ExportOptions {
  contacts: number;
}

interface Taken {
  firstByteMs: number;
  seconds: number;
  rows: number;
  bytes: number;
  /** Of the API meanwhile. Units: MB. */
  rss: number[];
}

const batch = 20_000;
const lookEveryMs = 50;
const firstByteWithinMs = 200;
const mayGrowMb = 50;
const tenths = 10;
const lineFeed = 10;
/** Lines that are no contacts. */
const heads: Readonly<Record<string, number>> = { csv: 1, jsonl: 0 };

/**
 * Each file twice: once as any client takes it, and once with a collection of garbage in the API at each tenth of it, since in between the
 * process takes as much for garbage as V8 lets it, however much there is to send. Errors: where the first byte comes late, what is held grows
 * from the first tenth on, or a contact is missing.
 */
export async function measureExport(databaseUrl: string, { contacts }: ExportOptions): Promise<void> {
  const key = await fillWithContacts(databaseUrl, contacts);
  const api = await serveApi(databaseUrl);
  try {
    const faults: string[] = [];
    await take(api, key, `format=csv&filter=${encodeURIComponent('{"createdBefore":"2000-01-01T00:00:00Z"}')}`);
    say(
      '| file | first byte, ms | rows a second | MB | RSS, MB | heap at 10 %, collected, MB | heap and buffers grew by, MB | RSS grew by, MB |',
    );
    say('|---|---|---|---|---|---|---|---|');
    for (const [format, head] of Object.entries(heads)) {
      const query = `format=${format}&orderBy=${encodeURIComponent('{"field":"CREATED_AT"}')}`;
      const taken = await take(api, key, query);
      const held: Memory[] = [];
      const weighed = await take(api, key, query, async (rows) => {
        while (rows >= ((held.length + 1) * contacts) / tenths) held.push(await api.memory());
      });
      const grown = {
        reachable: growthOf(held.map(({ heap, external }) => heap + external)),
        rss: growthOf(held.map(({ rss }) => rss)),
      };
      const speed = [taken.firstByteMs, (taken.rows - head) / taken.seconds, megabytes(taken.bytes)];
      const range = `${Math.min(...taken.rss).toFixed(0)} to ${Math.max(...taken.rss).toFixed(0)}`;
      const shown = [
        ...speed.map(rounded),
        range,
        rounded(megabytes(held[0]?.heap)),
        ...Object.values(grown).map(rounded),
      ];
      say(`| ${[format, ...shown].join(' | ')} |`);
      for (const { rows } of [taken, weighed])
        if (rows - head !== contacts) faults.push(`${format}: ${rows - head} contacts of ${contacts}`);
      if (taken.firstByteMs >= firstByteWithinMs)
        faults.push(`${format}: the first byte came after ${rounded(taken.firstByteMs)} ms`);
      if (held.length < tenths) faults.push(`${format}: memory was read ${held.length} times`);
      for (const [what, growth] of Object.entries(grown))
        if (!(growth <= mayGrowMb)) faults.push(`${format}: ${what} grew by ${rounded(growth)} MB`);
    }
    if (faults.length > 0) throw new Error(`Missed:\n${faults.join('\n')}`);
    say('\nEach file is whole, began in time, and held no more at its end than at its beginning.');
  } finally {
    await api.stop();
  }
}

/** From the first tenth to the most of any later one. */
const growthOf = ([early = Number.NaN, ...later]: number[]): number => megabytes(Math.max(...later) - early);

const megabytes = (bytes = Number.NaN): number => bytes / 1024 / 1024;

const rounded = (figure: number): string => figure.toFixed(0);

/** The tenant `export` with so many contacts. Answers a key that may read them. */
export async function fillWithContacts(databaseUrl: string, contacts: number): Promise<string> {
  const api = await startApi(databaseUrl);
  const tenant = await api.app.tenancy.createTenant({ name: 'Export', idempotencyKey: null });
  await api.stop();
  const key = newToken('key');
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into public.api_keys (id, tenant_id, name, token_hash, hint, scopes) values ($1, $2, 'Bench', $3, 'none', '{contacts:read}')`,
      [randomUUID(), tenant.id, hashOf(key)],
    );
    await client.query(`set search_path = "${tenant.schemaName}", public; set synchronous_commit = off`);
    for (const statement of [...functions, withoutTextSearch]) await client.query(statement);
    for (let from = 1; from <= contacts; from += batch) {
      const range = [from, Math.min(from + batch - 1, contacts), contacts];
      await client.query(insertContacts, range);
      await client.query(insertActivity, [...range, 1]);
    }
    for (const table of ['contacts', 'contact_activity']) await client.query(`vacuum (analyze) ${table}`);
  });
  say(`${contacts.toLocaleString('en')} contacts are there.`);
  return key;
}

/** Nothing is searched for here, and these indexes take most of the time of filling. */
const withoutTextSearch = `
  do $$ declare name text; begin
    for name in
      select c.oid::regclass::text from pg_class c join pg_am a on a.oid = c.relam
      where a.amname = 'gin' and c.relkind = 'i' and c.relnamespace = current_schema()::regnamespace
    loop execute 'drop index ' || name; end loop;
  end $$`;

/** Errors: where the answer is none, or is cut. */
async function take(
  { url, pid }: ServedApi,
  key: string,
  query: string,
  onRows: (rows: number) => Promise<void> = async () => undefined,
): Promise<Taken> {
  const since = performance.now();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/export/contacts?${query}`, { headers: { authorization: `Bearer ${key}`, 'x-tenant-id': 'export' } })
      .once('response', resolve)
      .once('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`expected a file, got ${answer.statusCode}`);
  const taken: Taken = { firstByteMs: 0, seconds: 0, rows: 0, bytes: 0, rss: [] };
  const look = () => void taken.rss.push(rssOf(pid));
  const timer = setInterval(look, lookEveryMs);
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      taken.firstByteMs ||= performance.now() - since;
      taken.bytes += chunk.length;
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) taken.rows += 1;
      await onRows(taken.rows);
    }
  } finally {
    clearInterval(timer);
  }
  look();
  taken.seconds = (performance.now() - since) / 1_000;
  return taken;
}

/** Reads /proc: Linux only. */
const rssOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
