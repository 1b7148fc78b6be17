import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Companies as files: those kept each night, and those that somebody asked for. */
export class KeepArchives1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No foreign key: what is kept of a company outlives it until its time is over. `place`: its name in the store.
    await runner.query(`
      create table public.archives (
        id uuid constraint archives_pkey primary key,
        tenant_id uuid not null,
        made_at timestamptz(3) not null,
        schema_version text not null,
        bytes bigint not null,
        row_count bigint not null,
        checksum text not null,
        place text not null,
        reason text not null constraint archives_reason_known check (reason in ('nightly', 'asked')),
        task_id uuid,
        last_seq bigint
      )`);
    await runner.query(`create index archives_tenant_id_idx on public.archives (tenant_id, made_at desc, id desc)`);
    await runner.query(`create index archives_made_at_idx on public.archives (made_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table public.archives`);
  }
}
