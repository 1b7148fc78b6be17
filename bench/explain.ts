import { writeFileSync } from 'node:fs';
import type { Client } from 'pg';
import type { SentStatement } from '../api/src/database/connection-budget';
import { pagesOf } from './pages';
import { recordStatements } from './recorder';
import { send } from './send';
import { requireLargeTenant, say, startApi, withClient } from './target';

const rounds = 7;

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}

interface Explained {
  /** Planning and execution, the median of the rounds. */
  ms: number;
  rows: number;
  buffers: number;
  nodes: string;
  statement: SentStatement;
  plan: Plan;
}

/** Prints what each page of the web client asks of the database. Errors: where a tenant's statement takes longer than the limit. */
export async function explainPages(url: string, { limit, json }: { limit: number; json?: string }): Promise<void> {
  const api = await startApi(url);
  const tenant = await requireLargeTenant(api);
  const found: { page: string; isBounded: boolean; explained: Explained[] }[] = [];
  await withClient(url, async (client) => {
    for (const { page, isBounded = true, operation, variables } of await pagesOf(client, tenant.schemaName)) {
      const ask = () => send(api.url, tenant.id, operation, variables);
      // The first time opens the tenant.
      await ask();
      const statements = (await recordStatements(api.app.tenancy.budget, ask)).filter(({ role }) => role !== undefined);
      const explained: Explained[] = [];
      for (const statement of statements) explained.push(await explain(client, statement));
      found.push({ page, isBounded, explained });
    }
  }).finally(() => api.stop());

  say(
    '| page | statements | slowest, ms | all, ms | rows | buffers | plan of the slowest |\n|---|---|---|---|---|---|---|',
  );
  for (const { page, explained } of found) say(rowOf(page, explained));
  if (json) writeFileSync(json, `${JSON.stringify(found, null, 2)}\n`);

  const slow = found.filter(({ isBounded, explained }) => isBounded && explained.some(({ ms }) => ms >= limit));
  if (slow.length > 0) throw new Error(`${limit} ms or more: ${slow.map(({ page }) => page).join(', ')}`);
  say(
    `\nEvery statement of the lists, searches and conversations takes less than ${limit} ms (planning included, median of ${rounds}).`,
  );
}

function rowOf(page: string, explained: Explained[]): string {
  const slowest = explained.reduce((most, each) => (each.ms > most.ms ? each : most));
  const total = explained.reduce((sum, { ms }) => sum + ms, 0);
  return `| ${page} | ${explained.length} | ${slowest.ms.toFixed(2)} | ${total.toFixed(2)} | ${slowest.rows} | ${slowest.buffers} | ${slowest.nodes} |`;
}

async function explain(client: Client, statement: SentStatement): Promise<Explained> {
  const times: number[] = [];
  let plan: Plan | undefined;
  for (let round = 0; round < rounds; round += 1) {
    await client.query(`begin; set local role "${statement.role}"`);
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${statement.text}`, statement.values);
    await client.query('rollback');
    const [answer] = rows[0]['QUERY PLAN'];
    times.push(answer['Planning Time'] + answer['Execution Time']);
    plan = answer.Plan as Plan;
  }
  if (!plan) throw new Error('expected a plan');
  times.sort((a, b) => a - b);
  return {
    ms: times[Math.floor(rounds / 2)] ?? Number.NaN,
    rows: plan['Actual Rows'],
    buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    nodes: [...new Set(nodesOf(plan))].join(', '),
    statement,
    plan,
  };
}

/** The nodes that read, by index or table. */
function nodesOf(plan: Plan): string[] {
  const name = plan['Index Name'] ?? plan['Relation Name'];
  const own = name && !['Bitmap Heap Scan'].includes(plan['Node Type']) ? [`${plan['Node Type']} ${name}`] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
