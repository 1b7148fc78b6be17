import type { QueryRunner } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import type { ConnectionBudget } from '../database/connection-budget';
import type { Position } from '../graphql/pagination';
import { Refusal, UserErrorCode } from '../graphql/user-error';
import { type Task, TaskStatus } from './task';

export interface NewTask {
  kind: string;
  /** Null for one of the whole deployment. */
  tenantId: string | null;
  /** The account that asks for it; null for the operator of the machine. */
  askedBy: string | null;
  input?: object;
}

export interface LeasedTask extends Task {
  input: Record<string, unknown>;
  /** This one included. */
  attempts: number;
}

export interface TaskProgress {
  done: number;
  total: number | null;
  step: string | null;
}

/** A process that dies at its work leaves it to another after so long. Units: SQL. */
const leaseFor = `interval '1 minute'`;

/** Of one company at a time, the one that runs included: nobody's fill the table, or keep others waiting for long. */
const mostOpen = 3;

const columns = `id, kind, tenant_id as "tenantId", asked_by as "askedBy", status, done::float8 as done, total::float8 as total, step,
  result, failure, created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt"`;

/** Long work in one table of the registry: leased like a job, so that it outlives the process that works on it. */
export class TaskStore {
  constructor(private readonly budget: ConnectionBudget) {}

  /** Errors: `Refusal` where the company has as many open ones as it may. */
  async add({ kind, tenantId, askedBy, input = {} }: NewTask): Promise<Task> {
    const [task] = await this.budget.query<Task>(
      `insert into public.tasks (id, kind, tenant_id, asked_by, input)
       select $1::uuid, $2::text, $3::uuid, $4::uuid, $5::jsonb
       where $3::uuid is null
          or (select count(*) from public.tasks where tenant_id = $3::uuid and ended_at is null) < ${mostOpen}
       returning ${columns}`,
      [uuidV7(), kind, tenantId, askedBy, JSON.stringify(input)],
    );
    if (!task) throw new Refusal(tooManyOpen());
    return task;
  }

  /** `tenantId`: whose it must be; null for one of any company and of none. */
  async find(id: string, tenantId: string | null): Promise<Task | null> {
    const [task] = await this.budget.query<Task>(
      `select ${columns} from public.tasks where id = $1 and ($2::uuid is null or tenant_id = $2)`,
      [id, tenantId],
    );
    return task ?? null;
  }

  /** The newest first; of all companies where `tenantId` is null. */
  list(tenantId: string | null, after: Position | null, limit: number): Promise<Task[]> {
    return this.budget.query<Task>(
      `select ${columns} from public.tasks
       where ($1::uuid is null or tenant_id = $1) and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
       order by created_at desc, id desc limit $4`,
      [tenantId, after?.key ?? null, after?.id ?? null, limit],
    );
  }

  async count(tenantId: string | null, atMost: number | null): Promise<number> {
    const [row] = await this.budget.query<{ count: number }>(
      `select count(*) as count from (
         select 1 from public.tasks where $1::uuid is null or tenant_id = $1 limit $2) t`,
      [tenantId, atMost],
    );
    return row?.count ?? 0;
  }

  /** The one that has waited longest, of a company that has none under way. */
  async lease(kinds: string[]): Promise<LeasedTask | null> {
    const [task] = await this.budget.query<LeasedTask>(
      `update public.tasks set status = 'running', leased_until = now() + ${leaseFor}, attempts = attempts + 1,
         started_at = coalesce(started_at, now())
       where id = (
         select id from public.tasks t
         where ended_at is null and kind = any($1) and (leased_until is null or leased_until < now())
           and not exists (
             select from public.tasks other
             where other.tenant_id = t.tenant_id and other.id <> t.id and other.status = 'running' and other.leased_until > now())
         order by created_at, id limit 1 for update skip locked)
       returning ${columns}, input, attempts`,
      [kinds],
    );
    return task ?? null;
  }

  /** Keeps the lease, and says how far it is. Answers whether it is still wanted. */
  async report(id: string, { done, total, step }: TaskProgress): Promise<boolean> {
    const rows = await this.budget.query(
      `update public.tasks set leased_until = now() + ${leaseFor}, done = $2, total = $3, step = left($4, 200)
       where id = $1 and ended_at is null returning 1`,
      [id, done, total, step],
    );
    return rows.length > 0;
  }

  async end(id: string, outcome: { result: unknown } | { failure: string }): Promise<void> {
    const [status, result, failure] =
      'failure' in outcome
        ? [TaskStatus.FAILED, null, outcome.failure]
        : [TaskStatus.DONE, JSON.stringify(outcome.result ?? null), null];
    await this.budget.run(
      `update public.tasks set status = $2, result = $3::jsonb, failure = left($4, 500), ended_at = now(), leased_until = null,
         step = null, done = case when $2 = 'done' then coalesce(total, done) else done end
       where id = $1 and ended_at is null`,
      [id, status, result, failure],
    );
  }

  /** Whoever comes next goes on with it. */
  async handBack(id: string): Promise<void> {
    await this.budget.run(
      `update public.tasks set status = 'waiting', leased_until = null, attempts = attempts - 1 where id = $1 and ended_at is null`,
      [id],
    );
  }

  /** Null where there is none, or none that is open. Whoever works on it hears of it with its next report. */
  async cancel(id: string, tenantId: string | null): Promise<Task | null> {
    const [task] = await this.budget.query<Task>(
      `update public.tasks set status = 'cancelled', ended_at = now(), leased_until = null
       where id = $1 and ($2::uuid is null or tenant_id = $2) and ended_at is null returning ${columns}`,
      [id, tenantId],
    );
    return task ?? null;
  }

  /** What ended before then. Answers how many. */
  async forget(before: Date): Promise<number> {
    const rows = await this.budget.query('delete from public.tasks where ended_at < $1 returning 1', [before]);
    return rows.length;
  }
}

/**
 * In the transaction of the work itself, where that must not be done twice: a process that is killed behind it has ended the task as well.
 * Errors: where the task has ended already, or is not wanted any more.
 */
export async function endTaskWith(runner: QueryRunner, id: string, result: object): Promise<void> {
  const [rows]: [unknown[], number] = await runner.query(
    `update public.tasks set status = 'done', result = $2::jsonb, ended_at = now(), leased_until = null, step = null,
       done = coalesce(total, done)
     where id = $1 and ended_at is null returning id`,
    [id, JSON.stringify(result)],
  );
  if (rows.length === 0) throw new Error(`expected task ${id} to be under way`);
}

const tooManyOpen = () => ({
  code: UserErrorCode.CONFLICT,
  field: [],
  message: `${mostOpen} such things are under way or waiting already; wait for one of them to end, or cancel one.`,
});
