import { Command } from 'commander';
import type { TenantDrift } from '../../tenancy/fleet/drift';
import { collect, companies, inRegistry, say, sayJson, someFailed } from './command';

export const verify = new Command('verify')
  .description("whether the companies' schemas are what the migrations make; what differs is told in words and as SQL")
  .option('--tenant <slug>', 'this one alone, by slug or id; may be repeated', collect)
  .option(
    '--repair',
    'mend what loses nothing: indexes, rights, defaults, owners, constraints; never a table or a column',
  )
  .option('--json', 'for programs')
  .action(({ tenant, repair, json }: { tenant?: string[]; repair?: true; json?: true }) =>
    // Three statements look at once.
    inRegistry(async ({ tenancy }) => {
      const since = performance.now();
      const report = await tenancy.drift.verify({ only: tenant ?? null, repair: repair ?? false });
      const seconds = (performance.now() - since) / 1_000;
      if (json) sayJson({ ...report, seconds });
      else {
        for (const drifted of report.drifted) say(textOf(drifted));
        for (const slug of report.unknown)
          say(`${slug}: at a version that this program does not know, so not looked at.`);
        say(
          `${companies(report.checked)} looked at in ${seconds.toFixed(1)} s, ${report.drifted.length} of them differ.`,
        );
      }
      if (report.drifted.some(isLeft)) process.exitCode = someFailed;
    }, 4),
  );

const isLeft = ({ differences }: TenantDrift): boolean => differences.some(({ mended }) => mended !== true);

function textOf({ slug, differences }: TenantDrift): string {
  return differences
    .flatMap(({ what, statements, mended }) => [
      `${slug}: ${what}${mended === true ? ' Mended.' : ''}`,
      ...(typeof mended === 'string' ? [`  It could not be mended: ${mended}`] : []),
      ...(mended === true ? [] : statements.map((statement) => `  ${statement};`)),
    ])
    .join('\n');
}
