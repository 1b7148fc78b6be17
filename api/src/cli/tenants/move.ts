import { Command } from 'commander';
import { moveTenant, readPlacements } from '../../tenancy/fleet/placement';
import { inRegistry, say, sayJson } from './command';
import { sizeText } from './fleet-text';
import { tableOf } from './table';

export const where = new Command('where')
  .description('on Citus: on which worker each company lies, the largest first')
  .option('--json', 'for programs')
  .action(({ json }: { json?: true }) =>
    inRegistry(async ({ tenancy: { migrator } }) => {
      const placements = await migrator.inTransaction(readPlacements);
      if (json) return sayJson(placements);
      say(
        tableOf(placements.map(({ slug, node, sizeBytes }) => [slug, node ?? 'the coordinator', sizeText(sizeBytes)])),
      );
    }),
  );

export const move = new Command('move')
  .description('on Citus: bring a company to another worker, while it is used')
  .argument('<slug>', 'the company')
  .requiredOption('--to <worker>', 'host, or host:port')
  .option('--json', 'for programs')
  .action((slug: string, { to, json }: { to: string; json?: true }) =>
    inRegistry(async ({ tenancy }) => {
      const moved = await moveTenant(tenancy, slug, to);
      if (json) return sayJson(moved);
      say(
        moved.from === moved.to
          ? `${slug} is on ${moved.to} already.`
          : `${slug} is on ${moved.to} now; it took ${moved.seconds.toFixed(1)} s.`,
      );
    }),
  );
