import { Command, Option } from 'commander';
import type { FleetOptions, FleetProgress, FleetResult } from '../../tenancy/fleet/fleet';
import { fleetOrders, listFleet, readFleetStatus } from '../../tenancy/fleet/fleet-list';
import { TenantStatus } from '../../tenancy/tenant';
import { confirm } from '../db-confirm';
import { withDatabase } from '../db-session';
import { Progress } from '../progress';
import { collect, companies, counted, inRegistry, percent, say, sayJson, someFailed, wholeNumber } from './command';
import { statusText, tenantRow } from './fleet-text';
import { tableOf } from './table';

interface MigrateOptions {
  tenant?: string[];
  jobs: number;
  limit?: number;
  canary: string;
  maxFailures: number;
  dryRun?: true;
  json?: true;
}

export const migrate = new Command('migrate')
  .description('bring the registry and the companies to the newest version: first a few, then ever more at a time')
  .option('--tenant <slug>', 'this one alone, by slug or id; may be repeated', collect)
  .option('--jobs <count>', 'how many at a time, a connection each', wholeNumber, 4)
  .option('--limit <count>', 'at most so many in this run', wholeNumber)
  .option('--canary <who>', 'how many of the smallest go first, or the slugs of those, separated by commas', '1')
  .option('--max-failures <percent>', 'stop where more of a wave fails; 100 goes through to the end', percent, 10)
  .option('--dry-run', 'only say what would be done')
  .option('--json', 'for programs')
  .action((options: MigrateOptions) => {
    if (options.dryRun) return withDatabase(({ tenancy }) => preview(tenancy, options));
    return inRegistry(
      ({ tenancy }) => run('Migrating', options.json, (show) => tenancy.fleet.migrate(show, fleetOptions(options))),
      options.jobs,
    );
  });

export const rollback = new Command('rollback')
  .description('undo the newest migration of the companies, and lose what it stored')
  .option('--tenant <slug>', 'of this one alone, by slug or id; may be repeated', collect)
  .option('--jobs <count>', 'how many at a time, a connection each', wholeNumber, 4)
  .option('--yes', 'do not ask')
  .option('--json', 'for programs')
  .action(({ tenant, jobs, yes, json }: { tenant?: string[]; jobs: number; yes?: true; json?: true }) =>
    inRegistry(async ({ tenancy, place }) => {
      const whose = tenant ? tenant.join(', ') : 'every company';
      await confirm(
        `This undoes the newest migration of ${whose} in ${place}, and loses what it stored.`,
        yes ?? false,
      );
      await run('Undoing', json, (show) => tenancy.fleet.rollBack(show, { only: tenant ?? null, jobs }));
    }, jobs),
  );

export const status = new Command('status')
  .description('how many companies there are, at which version, and which of them could not be migrated')
  .option('--json', 'for programs')
  .action(({ json }: { json?: true }) =>
    inRegistry(async ({ tenancy: { migrator } }) => {
      const read = await migrator.inTransaction((runner) => readFleetStatus(runner, migrator.latest));
      if (json) sayJson(read);
      else say(statusText(read));
    }),
  );

export const list = new Command('list')
  .description('the companies with their state, version, size and last activity')
  .option('--search <text>', 'only those with this in the name or the slug')
  .addOption(new Option('--status <status>', 'only those that are').choices(Object.values(TenantStatus)))
  .addOption(new Option('--sort <by>', 'in which order').choices([...fleetOrders]).default('created'))
  .option('--limit <count>', 'at most so many', wholeNumber, 1_000)
  .option('--json', 'for programs')
  .action(({ search, status, sort, limit, json }) =>
    inRegistry(async ({ tenancy: { migrator } }) => {
      const found = await migrator.inTransaction((runner) => listFleet(runner, { search, status, order: sort, limit }));
      if (json) return sayJson(found);
      say(found.length === 0 ? 'There is no such company.' : tableOf(found.map(tenantRow)));
    }),
  );

const fleetOptions = ({ tenant, jobs, limit, canary, maxFailures }: MigrateOptions): FleetOptions => ({
  only: tenant ?? null,
  jobs,
  ...(limit !== undefined && { limit }),
  canaries: /^\d{1,9}$/.test(canary) ? Number(canary) : canary.split(',').map((slug) => slug.trim()),
  maxFailures,
});

async function preview(
  { fleet, migrator }: Parameters<Parameters<typeof withDatabase>[0]>[0]['tenancy'],
  options: MigrateOptions,
) {
  const behind = await fleet.behind(fleetOptions(options));
  if (options.json)
    return sayJson({
      to: migrator.latest,
      companies: behind.map(({ slug, schemaVersion }) => ({ slug, from: schemaVersion })),
    });
  const rows = behind.map(({ slug, schemaVersion }) => [slug, `${schemaVersion} → ${migrator.latest}`]);
  say(
    [
      ...(rows.length > 0 ? [tableOf(rows)] : []),
      `${companies(rows.length)} would be migrated; nothing was changed.`,
    ].join('\n'),
  );
}

type Show = (progress: FleetProgress) => void;

async function run(label: string, json: true | undefined, work: (show: Show) => Promise<FleetResult>): Promise<void> {
  const progress = new Progress(label);
  const since = performance.now();
  const result = await work(({ done, total }) => progress.show(done, total)).finally(() => progress.end());
  const seconds = (performance.now() - since) / 1_000;
  const failures = result.failures.map(({ slug, error, isMarked }) => ({
    slug,
    reason: error.message,
    isReadOnly: isMarked,
  }));
  if (json) sayJson({ changed: result.changed, failures, stopped: result.stopped ?? null, seconds });
  else {
    say(`${companies(result.changed)} changed in ${seconds.toFixed(1)} s${rateOf(result.changed, seconds)}.`);
    for (const { slug, reason, isReadOnly } of failures)
      console.error(
        `${slug}: ${reason}${isReadOnly ? ' It is read, and takes no writes.' : ' It goes on as before; run this again.'}`,
      );
    if (result.stopped) console.error(result.stopped);
  }
  if (failures.length > 0 || result.stopped) process.exitCode = someFailed;
}

const rateOf = (count: number, seconds: number): string =>
  count > 1
    ? `, ${((seconds / count) * 1_000).toFixed(2)} ms each, ${counted(Math.round(count / seconds))} a second`
    : '';
