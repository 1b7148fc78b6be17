import { writeFileSync } from 'node:fs';
import type { Client } from 'pg';
import type { SentStatement } from '../api/src/database/connection-budget';
import type { Page } from './page';
import { pagesOf } from './pages';
import { buffersOf, explainStatement, nodesOf, type Plan } from './plan';
import { recordStatements } from './recorder';
import { send } from './send';
import { requireLargeTenant, say, startApi, type Target, withClient } from './target';

const rounds = 7;

export interface Explained {
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
    for (const page of await pagesOf(client, tenant.schemaName))
      found.push({
        page: page.page,
        isBounded: page.isBounded ?? true,
        explained: await explainPage(client, api, tenant.id, page),
      });
  }).finally(() => api.stop());

  say(explainedHeader);
  for (const { page, explained } of found) say(rowOf(page, explained));
  if (json) writeFileSync(json, `${JSON.stringify(found, null, 2)}\n`);

  const slow = found.filter(({ isBounded, explained }) => isBounded && explained.some(({ ms }) => ms >= limit));
  if (slow.length > 0) throw new Error(`${limit} ms or more: ${slow.map(({ page }) => page).join(', ')}`);
  say(
    `\nEvery statement of the lists, searches and conversations takes less than ${limit} ms (planning included, median of ${rounds}).`,
  );
}

/** What a page asks of a tenant, statement by statement. */
export async function explainPage(
  client: Client,
  api: Target,
  tenantId: string,
  { operation, variables }: Page,
): Promise<Explained[]> {
  const ask = () => send(api.url, tenantId, operation, variables);
  // The first time opens the tenant.
  await ask();
  const sent = await recordStatements(api.app.tenancy.budget, ask);
  const explained: Explained[] = [];
  for (const statement of sent.filter(({ role, text }) => role !== undefined && !text.startsWith('begin')))
    explained.push(await explain(client, statement));
  return explained;
}

export const explainedHeader =
  '| page | statements | slowest, ms | all, ms | rows | buffers | plan of the slowest |\n|---|---|---|---|---|---|---|';

export const slowestOf = (explained: readonly Explained[]): Explained =>
  explained.reduce((most, each) => (each.ms > most.ms ? each : most));

export function rowOf(page: string, explained: Explained[]): string {
  const slowest = slowestOf(explained);
  const total = explained.reduce((sum, { ms }) => sum + ms, 0);
  return `| ${page} | ${explained.length} | ${slowest.ms.toFixed(2)} | ${total.toFixed(2)} | ${slowest.rows} | ${slowest.buffers} | ${slowest.nodes} |`;
}

async function explain(client: Client, statement: SentStatement): Promise<Explained> {
  const times: number[] = [];
  let plan: Plan | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const explained = await explainStatement(client, statement);
    times.push(explained.ms);
    plan = explained.plan;
  }
  if (!plan) throw new Error('expected a plan');
  times.sort((a, b) => a - b);
  return {
    ms: times[Math.floor(rounds / 2)] ?? Number.NaN,
    rows: plan['Actual Rows'],
    buffers: buffersOf(plan),
    nodes: [...new Set(nodesOf(plan))].join(', '),
    statement,
    plan,
  };
}
