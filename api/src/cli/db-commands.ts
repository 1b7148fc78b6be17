import { demoCompanies } from '../demo/demo-companies';
import { seedDemoWhereEmpty } from '../demo/seed-demo';
import type { FleetProgress, FleetResult } from '../tenancy/fleet/fleet';
import type { Tenancy } from '../tenancy/tenancy';

/** Called as the work goes on, tenant by tenant. */
type OnProgress = (progress: Pick<FleetProgress, 'done' | 'total'>) => void;

/** Registry first, then every tenant that is behind. Answers what was done, in sentences. */
export async function migrate({ migrator, fleet }: Tenancy, onProgress: OnProgress): Promise<string[]> {
  const names = await migrator.migrateRegistry();
  const { changed } = requireAll(await fleet.migrate(onProgress));
  return [
    names.length > 0 ? `Registry: ran ${names.join(', ')}.` : 'Registry: up to date.',
    changed > 0 ? `Companies: ${changed} migrated.` : 'Companies: all up to date.',
  ];
}

/** Undoes the newest migration of every tenant. */
export async function rollbackTenants({ fleet }: Tenancy, onProgress: OnProgress): Promise<string[]> {
  const { changed } = requireAll(await fleet.rollBack(onProgress));
  return [changed > 0 ? `Companies: ${changed} went one migration back.` : 'Companies: none has a migration to undo.'];
}

/**
 * Undoes the registry's newest migration.
 * Errors: where that is the first and there are companies, whose schemas nobody would know of any more.
 */
export async function rollbackRegistry({ migrator, budget }: Tenancy): Promise<string[]> {
  const [at] = await budget.query<{ isNew: boolean }>(
    `select to_regclass('public.registry_migrations') is null as "isNew"`,
  );
  if (at?.isNew) return ['Registry: no migration to undo.'];
  const applied = await budget.query('select 1 from public.registry_migrations');
  if (applied.length === 1 && (await budget.query('select from public.tenants limit 1')).length > 0) {
    throw new Error('The registry is at its first migration, and there are companies: db:reset removes both.');
  }
  const name = await migrator.rollbackRegistry();
  return [name ? `Registry: undid ${name}.` : 'Registry: no migration to undo.'];
}

/** The demo companies, where there is no company yet. */
export async function seed(tenancy: Tenancy, onProgress: OnProgress): Promise<string[]> {
  await migrate(tenancy, () => undefined);
  const total = demoCompanies(new Date()).length;
  const written: string[] = [];
  const isNew = await seedDemoWhereEmpty({ tenancy }, (line) => onProgress({ done: written.push(line), total }));
  return isNew ? written : ['There are companies already; nothing was added.'];
}

/** Every company with its schema and role, and the registry itself. What else is in the database stays. */
export async function removeAll({ migrator, budget }: Tenancy, onProgress: OnProgress): Promise<void> {
  await migrator.migrateRegistry();
  const schemas = await budget.query<{ schemaName: string }>(
    'select schema_name as "schemaName" from public.tenants order by created_at, id',
  );
  for (const [i, { schemaName }] of schemas.entries()) {
    await migrator.inTransaction(async (runner) => {
      await runner.query(`drop schema if exists "${schemaName}" cascade`);
      await runner.query(`drop role if exists "${schemaName}"`);
      await runner.query('delete from public.tenants where schema_name = $1', [schemaName]);
    });
    onProgress({ done: i + 1, total: schemas.length });
  }
  while (await migrator.rollbackRegistry());
}

/** How many companies a question is about. */
export async function countCompanies({ migrator, budget }: Tenancy): Promise<number> {
  await migrator.migrateRegistry();
  const [row] = await budget.query<{ count: number }>('select count(*) as count from public.tenants');
  return row?.count ?? 0;
}

/** Those that could be done are done, and stay so. */
function requireAll(result: FleetResult): FleetResult {
  if (result.failures.length === 0) return result;
  const reasons = result.failures.map(({ slug, error }) => `  ${slug}: ${error.message}`);
  throw new Error(
    `${result.changed} companies went through, ${result.failures.length} did not:\n${reasons.join('\n')}`,
  );
}
