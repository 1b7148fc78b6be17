import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work on one company or on all of them, with its progress; accounts that are operators; and what is known of a company's life. */
export class SteerTheFleet1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No foreign keys: what was done to a company is kept when the company is no more.
    await runner.query(`
      create table public.tasks (
        id uuid constraint tasks_pkey primary key,
        kind text not null constraint tasks_kind_length check (char_length(kind) between 1 and 60),
        tenant_id uuid,
        asked_by uuid,
        input jsonb not null default '{}',
        status text not null default 'waiting'
          constraint tasks_status_known check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        done bigint not null default 0,
        total bigint,
        step text,
        result jsonb,
        failure text,
        attempts integer not null default 0,
        leased_until timestamptz(3),
        created_at timestamptz(3) not null default now(),
        started_at timestamptz(3),
        ended_at timestamptz(3),
        constraint tasks_failure_told check ((status = 'failed') = (failure is not null)),
        constraint tasks_end_dated check ((status in ('done', 'failed', 'cancelled')) = (ended_at is not null))
      )`);
    await runner.query(`create index tasks_open_idx on public.tasks (created_at) where ended_at is null`);
    await runner.query(`create index tasks_tenant_id_idx on public.tasks (tenant_id, created_at desc, id desc)`);
    await runner.query(`create index tasks_ended_at_idx on public.tasks (ended_at)`);

    await runner.query(`alter table public.accounts add column is_operator boolean not null default false`);
    await runner.query(`
      create trigger accounts_change_access after update of is_operator on public.accounts
      for each statement execute function public.change_access()`);

    // status_until: when what is being deleted is dropped, and when a sandbox ends.
    await runner.query(`
      alter table public.tenants
        add column status_reason text,
        add column status_until timestamptz(3),
        add column sandbox_of uuid,
        add column migrated_at timestamptz(3),
        add column migrated_ms integer,
        add column last_active_at timestamptz(3)`);
    await runner.query(
      `create index tenants_status_until_idx on public.tenants (status_until) where status_until is not null`,
    );
    await runner.query(`
      create table public.former_slugs (
        slug text constraint former_slugs_pkey primary key,
        tenant_id uuid not null constraint former_slugs_tenant_id_fkey references public.tenants on delete cascade,
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(`create index former_slugs_tenant_id_idx on public.former_slugs (tenant_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table public.former_slugs`);
    await runner.query(`
      alter table public.tenants
        drop column last_active_at,
        drop column migrated_ms,
        drop column migrated_at,
        drop column sandbox_of,
        drop column status_until,
        drop column status_reason`);
    await runner.query(`drop trigger accounts_change_access on public.accounts`);
    await runner.query(`alter table public.accounts drop column is_operator`);
    await runner.query(`drop table public.tasks`);
  }
}
