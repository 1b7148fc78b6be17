import type { Client } from 'pg';
import { ask } from './calls';
import { say, startApi, type Target, withClient } from './target';
import { createContact, createTenant, sendMessage } from './writers';

export interface WritesOptions {
  writes: number;
}

interface Changes {
  table: string;
  inserted: number;
  updated: number;
  /** Updates that wrote no index entry. */
  hot: number;
  indexes: number;
}

const threads = 200;

/**
 * What a write leaves in the write-ahead log, and in how many indexes, on a server of its own without full-page images: these depend on how
 * long ago the last checkpoint was.
 */
export async function measureWrites(url: string, { writes }: WritesOptions): Promise<void> {
  const api = await startApi(url);
  try {
    await withClient(url, async (client) => {
      const { tenantId, conversations } = await newCompany(api);
      const input = (n: number) => ({
        conversationId: conversations[n % threads],
        content: 'When will the parts be here?',
      });
      const ways: Record<string, (n: number) => Promise<unknown>> = {
        'a message': (n) => ask(api.url, tenantId, sendMessage, { input: input(n) }),
        'a message with a key': (n) =>
          ask(api.url, tenantId, sendMessage, { input: { ...input(n), idempotencyKey: `key-${n}` } }),
        'a contact': (n) => ask(api.url, tenantId, createContact, { input: contact(threads + n) }),
      };
      let before = await changes(client);
      for (const [what, write] of Object.entries(ways)) before = await measure(client, { what, write, writes, before });
    });
  } finally {
    await api.stop();
  }
}

const contact = (n: number) => ({
  name: `Nora Newcomer ${n}`,
  email: `nora.${n}@company${n % 50}.example`,
  phone: `+49 30 ${3_000_000 + n}`,
  company: `Company ${n % 50}`,
  source: 'Referral',
});

async function newCompany({ url }: Target): Promise<{ tenantId: string; conversations: string[] }> {
  const made = await ask(url, undefined, createTenant, { input: { name: 'Writes' } });
  const tenantId: string = made.createTenant.tenant.id;
  const conversations: string[] = [];
  for (let n = 0; n < threads; n += 1) {
    const { createContact: answer } = await ask(url, tenantId, createContact, { input: contact(n) });
    conversations.push(answer.conversation.id);
  }
  return { tenantId, conversations };
}

interface Measurement {
  what: string;
  write(n: number): Promise<unknown>;
  writes: number;
  before: Changes[];
}

/** Answers what the tables had come to afterwards. */
async function measure(client: Client, { what, write, writes, before }: Measurement): Promise<Changes[]> {
  const from = await position(client);
  for (let n = 0; n < writes; n += 1) await write(n);
  const bytes = (await position(client)) - from;
  const after = await changes(client);
  const own = after
    .map((row) =>
      since(
        row,
        before.find(({ table }) => table === row.table),
      ),
    )
    .filter(({ inserted, updated }) => inserted + updated >= writes / 2);
  const entries = own.reduce((sum, row) => sum + (row.inserted + row.updated - row.hot) * row.indexes, 0);
  say(`\n${what}: ${(bytes / writes).toFixed(0)} bytes of log, ${(entries / writes).toFixed(1)} index entries at most`);
  say('| table | inserted | updated | of these HOT | indexes |\n|---|---|---|---|---|');
  for (const { table, inserted, updated, hot, indexes } of own)
    say(`| ${table} | ${[inserted, updated, hot].map((n) => (n / writes).toFixed(2)).join(' | ')} | ${indexes} |`);
  return after;
}

const since = (now: Changes, then: Changes | undefined): Changes => ({
  ...now,
  inserted: now.inserted - (then?.inserted ?? 0),
  updated: now.updated - (then?.updated ?? 0),
  hot: now.hot - (then?.hot ?? 0),
});

async function position(client: Client): Promise<number> {
  const { rows } = await client.query(`select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::float8 as bytes`);
  return rows[0].bytes;
}

/** Backends that have nothing to do tell of their last changes within ten seconds. */
async function changes(client: Client): Promise<Changes[]> {
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  const { rows } = await client.query<Changes>(
    `select case schemaname when 'public' then 'public.' else '' end || relname as table, n_tup_ins::float8 as inserted,
       n_tup_upd::float8 as updated, n_tup_hot_upd::float8 as hot,
       (select count(*)::int from pg_index i where i.indrelid = s.relid) as indexes
     from pg_stat_user_tables s order by 1`,
  );
  return rows;
}
