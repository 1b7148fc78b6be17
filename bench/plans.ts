import type { Client } from 'pg';
import { setUpDesk } from './desk-pages';
import type { Page } from './page';
import { pagesOf } from './pages';
import { buffersOf, explainStatement, nodesOf, tableReadsOf } from './plan';
import { type PlanBound, planBounds } from './plan-bounds';
import { recordStatements } from './recorder';
import { seedLarge } from './seed-large';
import { send } from './send';
import { requireLargeTenant, say, startApi, type Target, withClient } from './target';

const size = { contacts: 20_000, messages: 200_000, longest: 20_000 };

/** Of these a page reads a few rows by an index; the others stay small. */
const largeTables = ['contacts', 'contact_activity', 'conversations', 'conversation_subjects', 'messages'];
/** A page that is new has to be given its bounds. */
const none: PlanBound = { buffers: 0, rows: 0 };
/** So many rows from a table's beginning are less than an index would cost. */
const fewRows = 2_000;

/**
 * What each page reads of a tenant of 20,000 contacts in which old conversations have just become active, held to bounds: the time of a plan
 * depends on the machine, what it reads does not. Errors: every page that is beyond its bounds.
 */
export async function checkPlans(url: string): Promise<void> {
  await withClient(url, beQuiet);
  await seedLarge(url, size);
  await withClient(url, wakeOldOnes);
  const api = await startApi(url);
  const beyond: string[] = [];
  try {
    const tenant = await requireLargeTenant(api);
    say('| page | statements | buffers | at most | rows read | at most | nodes |\n|---|---|---|---|---|---|---|');
    await withClient(url, async (client) => {
      const pages = await pagesOf(client, tenant.schemaName);
      for (const page of pages) beyond.push(...(await checkPage(client, api, tenant.id, page)));
      const unknown = Object.keys(planBounds).filter((name) => pages.every(({ page }) => page !== name));
      beyond.push(...unknown.map((name) => `${name}: there is no such page`));
    });
  } finally {
    await api.stop();
  }
  if (beyond.length > 0) throw new Error(`Beyond its bounds:\n${beyond.join('\n')}`);
  say(`\nEvery page stays within its bounds, and reads no large table from end to end.`);
}

async function checkPage(client: Client, api: Target, tenantId: string, page: Page): Promise<string[]> {
  const ask = () => send(api.url, tenantId, page.operation, page.variables);
  // The first time opens the tenant.
  await ask();
  const sent = await recordStatements(api.app.tenancy.budget, ask);
  const plans = [];
  for (const statement of sent.filter(({ role, text }) => role !== undefined && !text.startsWith('begin')))
    plans.push((await explainStatement(client, statement)).plan);

  const bound = planBounds[page.page] ?? none;
  const reads = plans.flatMap(tableReadsOf);
  const buffers = plans.reduce((sum, plan) => sum + buffersOf(plan), 0);
  const rows = reads.reduce((sum, read) => sum + read.rows, 0);
  const nodes = [...new Set(plans.flatMap(nodesOf))].join(', ');
  say(`| ${page.page} | ${plans.length} | ${buffers} | ${bound.buffers} | ${rows} | ${bound.rows} | ${nodes} |`);
  const whole = reads.filter(
    ({ table, isSequential, rows }) => isSequential && largeTables.includes(table) && rows > fewRows,
  );
  return [
    ...(buffers > bound.buffers ? [`${page.page}: ${buffers} buffers, at most ${bound.buffers} expected`] : []),
    ...(rows > bound.rows ? [`${page.page}: ${rows} rows read, at most ${bound.rows} expected`] : []),
    ...(bound.countsAll
      ? []
      : whole.map(({ table, rows }) => `${page.page}: ${rows} rows of ${table} read from its beginning`)),
  ];
}

/** A fifth of the contacts, all known for more than a year, have written within the last hours: whoever is new is far down in that order. */
async function wakeOldOnes(client: Client): Promise<void> {
  const { rows } = await client.query('select schema_name as schema from public.tenants');
  await client.query(`set search_path = "${rows[0].schema}", public`);
  await client.query(`create temporary table woken as
    select id, contact_id, now() - row_number() over (order by md5(id::text)) * interval '1 second' as at
    from conversations where created_at < now() - interval '1 year' order by md5(id::text) limit ${size.contacts / 5}`);
  await client.query('update conversations v set last_message_at = at from woken w where w.id = v.id');
  await client.query(
    'update contact_activity a set last_activity_at = at from woken w where w.contact_id = a.contact_id',
  );
  await setUpDesk(client);
  for (const table of largeTables) await client.query(`vacuum (freeze, analyze) ${table}`);
}

/** A row that any transaction under way might not see is looked up in the table too: nobody else may be at work while tables are vacuumed. */
async function beQuiet(client: Client): Promise<void> {
  await client.query('alter system set autovacuum = off');
  await client.query('select pg_reload_conf()');
}
