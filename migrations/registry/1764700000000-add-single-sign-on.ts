import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A company's own OpenID Connect provider, whom it has sent so far, and sessions that are good in that company alone. */
export class AddSingleSignOn1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public.single_sign_on (
        tenant_id uuid constraint single_sign_on_pkey primary key
          constraint single_sign_on_tenant_id_fkey references public.tenants on delete cascade,
        issuer text not null,
        client_id text not null,
        client_secret bytea not null,
        role text not null constraint single_sign_on_role_known check (role in ('admin', 'member', 'viewer')),
        updated_at timestamptz(3) not null default now()
      )`);
    // A person has one identity in a company: an address that a provider gives to somebody else opens nobody's account.
    await runner.query(`
      create table public.single_sign_on_identities (
        tenant_id uuid not null constraint single_sign_on_identities_tenant_id_fkey references public.tenants on delete cascade,
        issuer text not null,
        subject text not null,
        account_id uuid not null constraint single_sign_on_identities_account_id_fkey references public.accounts on delete cascade,
        created_at timestamptz(3) not null default now(),
        constraint single_sign_on_identities_pkey primary key (tenant_id, issuer, subject),
        constraint single_sign_on_identities_once unique (tenant_id, account_id)
      )`);
    await runner.query(
      `create index single_sign_on_identities_account_id_idx on public.single_sign_on_identities (account_id)`,
    );
    await runner.query(`
      create table public.single_sign_on_attempts (
        state_hash bytea constraint single_sign_on_attempts_pkey primary key,
        tenant_id uuid not null constraint single_sign_on_attempts_tenant_id_fkey references public.tenants on delete cascade,
        expires_at timestamptz(3) not null
      )`);
    await runner.query(
      `create index single_sign_on_attempts_tenant_id_idx on public.single_sign_on_attempts (tenant_id, expires_at)`,
    );
    await runner.query(`
      alter table public.sessions add column tenant_id uuid
        constraint sessions_tenant_id_fkey references public.tenants on delete cascade`);
    await runner.query(
      `create index sessions_tenant_id_idx on public.sessions (tenant_id) where tenant_id is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // The program of before would take them for sessions that open every company.
    await runner.query(`delete from public.sessions where tenant_id is not null`);
    await runner.query(`alter table public.sessions drop column tenant_id`);
    await runner.query(`drop table public.single_sign_on_attempts`);
    await runner.query(`drop table public.single_sign_on_identities`);
    await runner.query(`drop table public.single_sign_on`);
  }
}
