import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For one actor's entries, and those of one kind: without, the whole log of a tenant was read to find the few that there may be. */
export class IndexAuditLogActors1764650000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index audit_log_actor_id_idx on public.audit_log (tenant_id, actor_id, created_at desc, id desc)`,
    );
    await runner.query(
      `create index audit_log_action_idx on public.audit_log (tenant_id, action, created_at desc, id desc)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index public.audit_log_action_idx`);
    await runner.query(`drop index public.audit_log_actor_id_idx`);
  }
}
