import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link that was asked for with an address of no account is written as well, and opens nothing: it takes as long as one that does. */
export class KeepResetsOfNobody1764550000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table public.password_resets alter account_id drop not null`);
    await runner.query(`create index password_resets_expires_at_idx on public.password_resets (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index public.password_resets_expires_at_idx`);
    await runner.query(`delete from public.password_resets where account_id is null`);
    await runner.query(`alter table public.password_resets alter account_id set not null`);
  }
}
