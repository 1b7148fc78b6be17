import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everybody may call a function unless that is taken away. A trigger needs nobody's right to it. */
export class CloseRegistryFunctions1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('revoke execute on function public.change_access() from public');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant execute on function public.change_access() to public');
  }
}
