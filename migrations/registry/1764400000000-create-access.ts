import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sign-in takes nothing from anybody. */
const changesOfAccess = [
  ['sessions', 'delete'],
  ['memberships', 'insert or update or delete'],
  ['api_keys', 'update of scopes, expires_at, revoked_at or delete'],
] as const;

/** Who belongs where. Of tokens only hashes are kept: whoever reads these tables can sign in as nobody. */
export class CreateAccess1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public.accounts (
        id uuid constraint accounts_pkey primary key,
        email text not null,
        email_key text not null constraint accounts_email_key_key unique,
        name text not null constraint accounts_name_length check (char_length(name) between 1 and 200),
        password_hash text,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      )`);
    await runner.query(`
      create table public.sessions (
        id uuid constraint sessions_pkey primary key,
        token_hash bytea not null constraint sessions_token_hash_key unique,
        account_id uuid not null constraint sessions_account_id_fkey references public.accounts on delete cascade,
        user_agent text,
        address text,
        created_at timestamptz(3) not null default now(),
        last_used_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null
      )`);
    await runner.query(`create index sessions_account_id_idx on public.sessions (account_id, created_at desc)`);
    await runner.query(`create index sessions_expires_at_idx on public.sessions (expires_at)`);
    await runner.query(`
      create table public.memberships (
        id uuid constraint memberships_pkey primary key,
        account_id uuid not null constraint memberships_account_id_fkey references public.accounts on delete cascade,
        tenant_id uuid not null constraint memberships_tenant_id_fkey references public.tenants on delete cascade,
        role text not null constraint memberships_role_known check (role in ('owner', 'admin', 'member', 'viewer')),
        created_at timestamptz(3) not null default now(),
        constraint memberships_once unique (account_id, tenant_id)
      )`);
    await runner.query(`create index memberships_tenant_id_idx on public.memberships (tenant_id, created_at, id)`);
    await runner.query(`
      create table public.invitations (
        id uuid constraint invitations_pkey primary key,
        tenant_id uuid not null constraint invitations_tenant_id_fkey references public.tenants on delete cascade,
        email text not null,
        email_key text not null,
        role text not null constraint invitations_role_known check (role in ('owner', 'admin', 'member', 'viewer')),
        token_hash bytea not null constraint invitations_token_hash_key unique,
        invited_by uuid constraint invitations_invited_by_fkey references public.accounts on delete set null,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        constraint invitations_once unique (tenant_id, email_key)
      )`);
    await runner.query(`
      create table public.password_resets (
        token_hash bytea constraint password_resets_pkey primary key,
        account_id uuid not null constraint password_resets_account_id_fkey references public.accounts on delete cascade,
        expires_at timestamptz(3) not null
      )`);
    await runner.query(`create index password_resets_account_id_idx on public.password_resets (account_id)`);
    await runner.query(`
      create table public.api_keys (
        id uuid constraint api_keys_pkey primary key,
        tenant_id uuid not null constraint api_keys_tenant_id_fkey references public.tenants on delete cascade,
        name text not null constraint api_keys_name_length check (char_length(name) between 1 and 100),
        token_hash bytea not null constraint api_keys_token_hash_key unique,
        hint text not null,
        scopes text[] not null,
        created_by uuid constraint api_keys_created_by_fkey references public.accounts on delete set null,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3),
        last_used_at timestamptz(3),
        revoked_at timestamptz(3)
      )`);
    await runner.query(`create index api_keys_tenant_id_idx on public.api_keys (tenant_id, created_at desc)`);
    await runner.query(`
      create table public.audit_log (
        id uuid constraint audit_log_pkey primary key,
        tenant_id uuid constraint audit_log_tenant_id_fkey references public.tenants on delete cascade,
        account_id uuid constraint audit_log_account_id_fkey references public.accounts on delete cascade,
        actor_id uuid,
        actor_name text not null,
        action text not null,
        target text,
        address text,
        request_id text not null,
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(
      `create index audit_log_tenant_id_idx on public.audit_log (tenant_id, created_at desc, id desc)`,
    );
    await runner.query(`create index audit_log_account_id_idx on public.audit_log (account_id, created_at desc)`);
    // Whatever takes something away from somebody changes this number, by whichever hand: each process looks at it twice a second.
    await runner.query(`
      create table public.access_version (
        id integer constraint access_version_pkey primary key constraint access_version_single check (id = 1),
        version bigint not null
      )`);
    await runner.query(`insert into public.access_version (id, version) values (1, 1)`);
    await runner.query(`
      create function public.change_access() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        update public.access_version set version = version + 1 where id = 1;
        return null;
      end $$`);
    for (const [table, events] of changesOfAccess) {
      await runner.query(`
        create trigger ${table}_change_access after ${events} on public.${table}
        for each statement execute function public.change_access()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of changesOfAccess) await runner.query(`drop trigger ${table}_change_access on public.${table}`);
    await runner.query(`drop function public.change_access()`);
    for (const table of [
      'access_version',
      'audit_log',
      'api_keys',
      'password_resets',
      'invitations',
      'memberships',
      'sessions',
      'accounts',
    ])
      await runner.query(`drop table public.${table}`);
  }
}
