import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second step of signing in, and passkeys. A secret that codes are made from has to be read again: it is sealed; of all else there are hashes. */
export class AddSecondStep1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Begun, but not asked for before `enabled_at`. A code's time step that is not later than the last one was used already.
    await runner.query(`
      create table public.second_steps (
        account_id uuid constraint second_steps_pkey primary key
          constraint second_steps_account_id_fkey references public.accounts on delete cascade,
        sealed_secret bytea not null,
        last_time_step bigint not null default 0,
        enabled_at timestamptz(3)
      )`);
    await runner.query(`
      create table public.recovery_codes (
        account_id uuid not null
          constraint recovery_codes_account_id_fkey references public.second_steps on delete cascade,
        code_hash bytea not null,
        constraint recovery_codes_pkey primary key (account_id, code_hash)
      )`);
    await runner.query(`
      create table public.passkeys (
        id uuid constraint passkeys_pkey primary key,
        account_id uuid not null constraint passkeys_account_id_fkey references public.accounts on delete cascade,
        credential_id text not null constraint passkeys_credential_id_key unique,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null,
        name text not null constraint passkeys_name_length check (char_length(name) between 1 and 100),
        created_at timestamptz(3) not null default now(),
        last_used_at timestamptz(3)
      )`);
    await runner.query(`create index passkeys_account_id_idx on public.passkeys (account_id, created_at desc)`);
    // Of an account where a passkey is added; of nobody where somebody signs in.
    await runner.query(`
      create table public.passkey_challenges (
        challenge_hash bytea constraint passkey_challenges_pkey primary key,
        account_id uuid constraint passkey_challenges_account_id_fkey references public.accounts on delete cascade,
        expires_at timestamptz(3) not null
      )`);
    await runner.query(`create index passkey_challenges_account_id_idx on public.passkey_challenges (account_id)`);
    await runner.query(`create index passkey_challenges_expires_at_idx on public.passkey_challenges (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['passkey_challenges', 'passkeys', 'recovery_codes', 'second_steps'])
      await runner.query(`drop table public.${table}`);
  }
}
