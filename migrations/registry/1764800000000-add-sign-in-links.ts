import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an operator hands to somebody who cannot sign in otherwise. */
export class AddSignInLinks1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public.sign_in_links (
        token_hash bytea constraint sign_in_links_pkey primary key,
        account_id uuid not null constraint sign_in_links_account_id_fkey references public.accounts on delete cascade,
        expires_at timestamptz(3) not null
      )`);
    await runner.query(`create index sign_in_links_account_id_idx on public.sign_in_links (account_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table public.sign_in_links`);
  }
}
