import 'reflect-metadata';
import { Command } from 'commander';
import { countCompanies, migrate, removeAll, rollbackRegistry, rollbackTenants, seed } from './db-commands';
import { confirm } from './db-confirm';
import { type DbSession, withDatabase } from './db-session';
import { Progress } from './progress';

interface Sure {
  yes?: true;
}

const program = new Command('db').description('Works on the embedded database, or on the one in DATABASE_URL.');

program
  .command('migrate')
  .description('bring the registry and every company to the newest version')
  .action(() => withDatabase(({ tenancy }) => report('Migrating', (onProgress) => migrate(tenancy, onProgress))));

program
  .command('seed')
  .description('add the demo companies, where there is no company yet')
  .action(() => withDatabase(({ tenancy }) => report('Seeding', (onProgress) => seed(tenancy, onProgress))));

program
  .command('rollback')
  .description('undo the newest migration of every company, or of the registry')
  .option('--registry', 'of the registry instead')
  .option('--yes', 'do not ask')
  .action(({ registry, yes }: Sure & { registry?: true }) =>
    withDatabase(async (session) => {
      const whose = registry ? 'the registry' : `${await countCompanies(session.tenancy)} companies`;
      await confirm(
        `This undoes the newest migration of ${whose} in ${session.place}, and loses what it stored.`,
        yes ?? false,
      );
      await report('Undoing', (onProgress) =>
        registry ? rollbackRegistry(session.tenancy) : rollbackTenants(session.tenancy, onProgress),
      );
    }),
  );

program
  .command('reset')
  .description('remove every company and start anew, with the demo companies unless DEMO=0')
  .option('--yes', 'do not ask')
  .action(({ yes }: Sure) => withDatabase((session) => reset(session, yes ?? false)));

async function reset({ tenancy, env, place }: DbSession, isSure: boolean): Promise<void> {
  const count = await countCompanies(tenancy);
  await confirm(`This deletes all ${count} companies in ${place}, with everything they hold.`, isSure);
  await report('Removing', async (onProgress) => {
    await removeAll(tenancy, onProgress);
    return [`Removed ${count} companies.`];
  });
  await report('Seeding', (onProgress) => (env.DEMO ? seed(tenancy, onProgress) : migrate(tenancy, onProgress)));
}

type Work = (onProgress: (progress: { done: number; total: number }) => void) => Promise<string[]>;

async function report(label: string, work: Work): Promise<void> {
  const progress = new Progress(label);
  const lines = await work(({ done, total }) => progress.show(done, total)).finally(() => progress.end());
  for (const line of lines) console.log(line);
}

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
