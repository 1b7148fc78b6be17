import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote it. The tenant keeps the names itself: whoever has left is still known by theirs, and its role needs nobody else's tables. */
export class AddActors1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table actors (
        id uuid constraint actors_pkey primary key,
        kind text not null constraint actors_kind_known check (kind in ('account', 'key')),
        name text not null
      )`);
    await runner.query(`alter table contacts add column created_by uuid`);
    await runner.query(`alter table conversations add column created_by uuid`);
    await runner.query(`alter table messages add column author_id uuid`);
    await runner.query(`alter table events add column actor_id uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events drop column actor_id`);
    await runner.query(`alter table messages drop column author_id`);
    await runner.query(`alter table conversations drop column created_by`);
    await runner.query(`alter table contacts drop column created_by`);
    await runner.query(`drop table actors`);
  }
}
