import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of what changed: kinds and ids, numbered without gaps by one counter row, which each write takes last. */
export class CreateEvents1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_counter (
        id smallint constraint event_counter_pkey primary key constraint event_counter_single check (id = 1),
        last_seq bigint not null
      )`);
    await runner.query(`insert into event_counter (id, last_seq) values (1, 0)`);
    await runner.query(`
      create table events (
        seq bigint constraint events_pkey primary key,
        type text not null constraint events_type_length check (char_length(type) between 1 and 60),
        subject_id uuid not null,
        parent_id uuid,
        occurred_at timestamptz(3) not null
      )`);
    await runner.query(`create index events_occurred_at_idx on events (occurred_at, seq)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table events`);
    await runner.query(`drop table event_counter`);
  }
}
