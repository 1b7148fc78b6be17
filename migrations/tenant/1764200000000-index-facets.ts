import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For the values that contacts can be filtered by: found by their beginning in any case, each by a jump from the one before. */
export class IndexFacets1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const key of ['source', 'company']) {
      await runner.query(
        `create index contacts_${key}_facet_idx on contacts (lower(metadata->>'${key}') collate "C", (metadata->>'${key}') collate "C")
         where metadata->>'${key}' is not null`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const key of ['source', 'company']) await runner.query(`drop index contacts_${key}_facet_idx`);
  }
}
