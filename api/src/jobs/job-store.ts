import type { ConnectionBudget } from '../database/connection-budget';

export interface Job {
  id: string;
  kind: string;
  /** Null for one of the whole deployment. */
  tenantId: string | null;
  dueAt: string;
  /** This one included. */
  attempts: number;
}

/** A process that dies in the middle of a job leaves it to another after so long. Units: SQL. */
const leaseFor = `interval '1 minute'`;

/**
 * What is to be done when, for the whole deployment in one table of the registry. A job is leased for a while, never locked: no transaction
 * stays open for as long as the work takes, and what a dead process held comes up again. So each may run more than once.
 */
export class JobStore {
  constructor(private readonly budget: ConnectionBudget) {}

  /** The same job for the same moment is kept once. */
  async schedule(kind: string, tenantId: string | null, dueAt: Date): Promise<void> {
    await this.budget.run(
      'insert into public.jobs (kind, tenant_id, due_at) values ($1, $2, $3) on conflict do nothing',
      [kind, tenantId, dueAt],
    );
  }

  /** One of the deployment's own, due now, unless there is one already. */
  async ensure(kind: string): Promise<void> {
    await this.budget.run(
      `insert into public.jobs (kind, due_at)
       select $1, now() where not exists (select from public.jobs where kind = $1 and tenant_id is null)
       on conflict do nothing`,
      [kind],
    );
  }

  /** The longest due first; each to one process only. */
  lease(kinds: string[], atMost: number): Promise<Job[]> {
    return this.budget.query(
      `update public.jobs set leased_until = now() + ${leaseFor}, attempts = attempts + 1
       where id in (
         select id from public.jobs
         where due_at <= now() and (leased_until is null or leased_until < now()) and kind = any($1)
         order by due_at limit $2 for update skip locked)
       returning id, kind, tenant_id as "tenantId", due_at as "dueAt", attempts`,
      [kinds, atMost],
    );
  }

  /** For work that takes longer than a lease. */
  async extend(id: string): Promise<void> {
    await this.budget.run(`update public.jobs set leased_until = now() + ${leaseFor} where id = $1`, [id]);
  }

  async remove(id: string): Promise<void> {
    await this.budget.run('delete from public.jobs where id = $1', [id]);
  }

  /** Until then nobody takes it. `reason` is for operators, and is kept until it succeeds. */
  async putOff(id: string, until: Date, reason: string): Promise<void> {
    await this.budget.run('update public.jobs set leased_until = $2, last_error = left($3, 500) where id = $1', [
      id,
      until,
      reason,
    ]);
  }

  /** Null where another process holds the lease of this name; else how to end it. For what may run in one process at a time. */
  async leaseAlone(kind: string): Promise<(() => Promise<void>) | null> {
    const [mine] = await this.budget.query<{ id: string }>(
      `insert into public.jobs as known (kind, due_at, leased_until) values ($1, 'epoch', now() + ${leaseFor})
       on conflict (kind, coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), due_at)
       do update set leased_until = excluded.leased_until where known.leased_until < $2
       returning id`,
      [kind, new Date()],
    );
    return mine ? () => this.remove(mine.id) : null;
  }

  async isLeased(kind: string): Promise<boolean> {
    const rows = await this.budget.query('select from public.jobs where kind = $1 and leased_until > now()', [kind]);
    return rows.length > 0;
  }
}
