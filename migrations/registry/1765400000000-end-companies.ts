import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of a company: what is being dropped, the receipt of what was, and the key that signs it. */
export class EndCompanies1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table public.tenants
        drop constraint tenants_status_known,
        add constraint tenants_status_known check (status in ('creating', 'active', 'suspended', 'deleting', 'dropping'))`);
    // What a company was called in addresses leads nobody else there, once it is no more.
    await runner.query(`alter table public.former_slugs alter column tenant_id drop not null`);
    await runner.query(`
      alter table public.former_slugs
        drop constraint former_slugs_tenant_id_fkey,
        add constraint former_slugs_tenant_id_fkey foreign key (tenant_id) references public.tenants on delete set null`);
    await runner.query(`create index former_slugs_prefix_idx on public.former_slugs (slug text_pattern_ops)`);
    // No foreign keys: it is kept when the company and those who asked are no more. The document is text, since it is signed as it stands.
    await runner.query(`
      create table public.deletion_receipts (
        tenant_id uuid constraint deletion_receipts_pkey primary key,
        slug text not null,
        asked_by uuid,
        asked_by_name text not null,
        asked_at timestamptz(3) not null default now(),
        begun_at timestamptz(3),
        removed jsonb not null default '{}',
        mail_to text[] not null default '{}',
        document text,
        dropped_at timestamptz(3),
        constraint deletion_receipts_dropped_dated check ((document is null) = (dropped_at is null))
      )`);
    await runner.query(`create index deletion_receipts_dropped_at_idx on public.deletion_receipts (dropped_at desc)`);
    // Apart from public.secrets, which requests read: whoever serves them can sign nothing.
    await runner.query(`
      create table public.signing_keys (
        name text constraint signing_keys_pkey primary key,
        public_key text not null,
        private_key text not null,
        created_at timestamptz(3) not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table public.signing_keys`);
    await runner.query(`drop table public.deletion_receipts`);
    await runner.query(`drop index public.former_slugs_prefix_idx`);
    await runner.query(`delete from public.former_slugs where tenant_id is null`);
    await runner.query(`alter table public.former_slugs alter column tenant_id set not null`);
    await runner.query(`
      alter table public.former_slugs
        drop constraint former_slugs_tenant_id_fkey,
        add constraint former_slugs_tenant_id_fkey foreign key (tenant_id) references public.tenants on delete cascade`);
    await runner.query(`update public.tenants set status = 'deleting' where status = 'dropping'`);
    await runner.query(`
      alter table public.tenants
        drop constraint tenants_status_known,
        add constraint tenants_status_known check (status in ('creating', 'active', 'suspended', 'deleting'))`);
  }
}
