import type { Client } from 'pg';
import type { SentStatement } from '../api/src/database/connection-budget';

/** A node of what EXPLAIN (ANALYZE, BUFFERS) answers; rows are means of its loops. */
export interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}

/** As the tenant's role runs it; nothing that it writes stays. Units: `ms` is planning and execution. */
export async function explainStatement(client: Client, statement: SentStatement): Promise<{ plan: Plan; ms: number }> {
  await client.query(`begin; set local role "${statement.role}"`);
  try {
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${statement.text}`, statement.values);
    const [answer] = rows[0]['QUERY PLAN'];
    return { plan: answer.Plan, ms: answer['Planning Time'] + answer['Execution Time'] };
  } finally {
    await client.query('rollback');
  }
}

export const buffersOf = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];

/** The nodes that read, by index or table. */
export function nodesOf(plan: Plan): string[] {
  const name = plan['Index Name'] ?? plan['Relation Name'];
  const own = name && !['Bitmap Heap Scan'].includes(plan['Node Type']) ? [`${plan['Node Type']} ${name}`] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

export interface TableRead {
  table: string;
  isSequential: boolean;
  /** With those that were read for nothing. */
  rows: number;
}

/** What was read of tables; what the plan provides for and this run did not need is not among it. */
export function tableReadsOf(plan: Plan): TableRead[] {
  const inner = (plan.Plans ?? []).flatMap(tableReadsOf);
  const table = plan['Relation Name'];
  if (!table || plan['Actual Loops'] === 0) return inner;
  const perLoop =
    plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
  const rows = Math.round(perLoop * plan['Actual Loops']);
  return [{ table, isSequential: plan['Node Type'] === 'Seq Scan', rows }, ...inner];
}
