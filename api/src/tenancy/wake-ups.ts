import type { ConnectionBudget } from '../database/connection-budget';

const tenantsPerRound = 50;

/**
 * When something in a tenant is due, for the whole deployment in one table: a round costs one indexed query,
 * however many tenants sleep. A wake-up that turns out to be for nothing does no harm.
 */
export class WakeUps {
  constructor(private readonly budget: ConnectionBudget) {}

  async schedule(tenantId: string, dueAt: Date): Promise<void> {
    await this.budget.run('insert into public.wake_ups (due_at, tenant_id) values ($1, $2) on conflict do nothing', [
      dueAt,
      tenantId,
    ]);
  }

  /**
   * Does `work` for each tenant with something due, each tenant in one process only. Rows are removed after the work,
   * so that a process which dies in the middle leaves them to the next round.
   */
  async runDue(work: (tenantId: string) => Promise<void>): Promise<void> {
    const transaction = await this.budget.begin();
    try {
      const { rows } = await transaction.query(
        `select due_at, tenant_id as "tenantId" from public.wake_ups where due_at <= now()
         order by due_at limit ${tenantsPerRound} for update skip locked`,
      );
      for (const tenantId of new Set(rows.map((row: { tenantId: string }) => row.tenantId))) {
        await work(tenantId);
      }
      await transaction.query(
        `delete from public.wake_ups where (due_at, tenant_id) in (select * from unnest($1::timestamptz[], $2::uuid[]))`,
        [rows.map((row: { due_at: string }) => row.due_at), rows.map((row: { tenantId: string }) => row.tenantId)],
      );
      await transaction.end('commit');
    } finally {
      transaction.abandon();
    }
  }
}
