import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Apart from `role_reserve`, from which a program of the version before takes ids whose schema it makes itself. */
export class MakeSchemasAhead1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public.schema_reserve (
        tenant_id uuid constraint schema_reserve_pkey primary key,
        schema_name text not null,
        schema_version text not null
      )`);
  }

  /** The ids are given back with their roles, without their schemas. */
  async down(runner: QueryRunner): Promise<void> {
    const reserved: { name: string }[] = await runner.query('select schema_name as name from public.schema_reserve');
    for (const { name } of reserved) await runner.query(`drop schema "${name}" cascade`);
    await runner.query(`
      insert into public.role_reserve (tenant_id, role_name) select tenant_id, schema_name from public.schema_reserve`);
    await runner.query('drop table public.schema_reserve');
  }
}
