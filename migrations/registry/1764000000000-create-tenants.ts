import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTenants1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Asked for only where it is missing: Citus passes even an order that changes nothing on to its workers, where the owner may not give it.
    const known: unknown[] = await runner.query(`select from pg_extension where extname = 'pg_trgm'`);
    if (known.length === 0) await runner.query(`create extension if not exists pg_trgm with schema public`);
    // The default before PostgreSQL 15: without this, every tenant's role could put objects where all roles look first.
    await runner.query(`revoke create on schema public from public`);
    await runner.query(`
      create table public.tenants (
        id uuid constraint tenants_pkey primary key,
        name text not null constraint tenants_name_length check (char_length(name) between 1 and 200),
        slug text not null constraint tenants_slug_key unique,
        schema_name text not null constraint tenants_schema_name_key unique,
        status text not null constraint tenants_status_known check (status in ('creating', 'active', 'suspended', 'deleting')),
        schema_version text not null,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      )`);
    await runner.query(`create index tenants_created_at_idx on public.tenants (created_at desc, id desc)`);
    await runner.query(
      `create index tenants_search_idx on public.tenants using gin (name gin_trgm_ops, slug gin_trgm_ops)`,
    );
    await runner.query(`create index tenants_slug_prefix_idx on public.tenants (slug text_pattern_ops)`);
    await runner.query(`
      create table public.idempotency_keys (
        operation text not null,
        key text not null,
        request_hash text not null,
        result_id uuid not null,
        created_at timestamptz(3) not null default now(),
        constraint idempotency_keys_pkey primary key (operation, key)
      )`);
    await runner.query(`create index idempotency_keys_created_at_idx on public.idempotency_keys (created_at)`);
    await runner.query(`
      create table public.wake_ups (
        due_at timestamptz(3) not null,
        tenant_id uuid not null,
        constraint wake_ups_pkey primary key (due_at, tenant_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table public.wake_ups`);
    await runner.query(`drop table public.idempotency_keys`);
    await runner.query(`drop table public.tenants`);
  }
}
