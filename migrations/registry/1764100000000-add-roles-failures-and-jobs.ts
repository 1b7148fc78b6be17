import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roles made ahead of registrations; why a tenant's last migration failed; jobs, which take over what `wake_ups` held;
 * and the secret that signs what processes tell each other.
 */
export class AddRolesFailuresAndJobs1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table public.tenants
        add column failed_at timestamptz(3),
        add column failure text,
        add constraint tenants_failure_dated check ((failed_at is null) = (failure is null))`);
    await runner.query(`create index tenants_failed_at_idx on public.tenants (failed_at) where failed_at is not null`);
    await runner.query(`create index tenants_schema_version_idx on public.tenants (schema_version)`);
    await runner.query(`
      create table public.role_reserve (
        tenant_id uuid constraint role_reserve_pkey primary key,
        role_name text not null
      )`);
    await runner.query(`
      create table public.jobs (
        id uuid constraint jobs_pkey primary key default gen_random_uuid(),
        kind text not null,
        tenant_id uuid,
        due_at timestamptz(3) not null,
        leased_until timestamptz(3),
        attempts integer not null default 0,
        last_error text,
        constraint jobs_kind_length check (char_length(kind) between 1 and 60)
      )`);
    // One job for one moment, however often it is asked for. The nil UUID stands for "of no tenant", since NULLs are all distinct.
    await runner.query(`
      create unique index jobs_once_idx on public.jobs
        (kind, coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), due_at)`);
    await runner.query(`create index jobs_due_at_idx on public.jobs (due_at)`);
    await runner.query(`
      insert into public.jobs (kind, tenant_id, due_at) select 'wakeConversations', tenant_id, due_at from public.wake_ups`);
    // What older versions left to be removed with the next deletion or the next key of the same tenant.
    await runner.query(`
      insert into public.jobs (kind, tenant_id, due_at)
      select kind, id, now() + random() * interval '1 hour'
      from public.tenants, unnest(array['purgeDeletedContacts', 'forgetKeys']) as kind`);
    await runner.query(`drop table public.wake_ups`);
    await runner.query(
      `create table public.secrets (name text constraint secrets_pkey primary key, value text not null)`,
    );
    await runner.query(
      `insert into public.secrets (name, value) values ('events', gen_random_uuid()::text || gen_random_uuid()::text)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table public.secrets`);
    await runner.query(`
      create table public.wake_ups (
        due_at timestamptz(3) not null,
        tenant_id uuid not null,
        constraint wake_ups_pkey primary key (due_at, tenant_id)
      )`);
    await runner.query(`
      insert into public.wake_ups (due_at, tenant_id)
      select due_at, tenant_id from public.jobs where kind = 'wakeConversations' and tenant_id is not null`);
    await runner.query(`drop table public.jobs`);
    await runner.query(dropReservedRoles);
    await runner.query(`drop table public.role_reserve`);
    await runner.query(`drop index public.tenants_schema_version_idx`);
    await runner.query(`
      alter table public.tenants
        drop constraint tenants_failure_dated,
        drop column failure,
        drop column failed_at`);
  }
}

const dropReservedRoles = `
  do $$
  declare
    reserved text;
  begin
    for reserved in select role_name from public.role_reserve loop
      execute format('drop role if exists %I', reserved);
    end loop;
  end $$`;
