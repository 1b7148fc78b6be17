import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { prove as proveIsolation } from '../../tenancy/fleet/proof';
import { proofPage } from '../../tenancy/fleet/proof-page';
import { Progress } from '../progress';
import { counted, inRegistry, say, sayJson, someFailed, wholeNumber } from './command';

interface ProveOptions {
  tenant: string;
  sample: string;
  out?: string;
  json?: true;
}

/** Beyond any number of companies. */
const all = 2_147_483_647;

export const prove = new Command('prove')
  .description("that one company's role reaches nothing of the others, nor of the registry: a page for whoever audits")
  .requiredOption('--tenant <slug>', 'whose role, by slug or id')
  .option(
    '--sample <count>',
    'in how many schemas of others each table is tried, or all; the rights are read of all',
    '200',
  )
  .option('--out <file>', 'where to write the page, as Markdown; as JSON where the name ends so')
  .option('--json', 'for programs')
  .action(({ tenant: idOrSlug, sample, out, json }: ProveOptions) => {
    const count = sample === 'all' ? all : wholeNumber(sample);
    return inRegistry(async ({ tenancy }) => {
      const tenant = await tenancy.registry.findTenant(idOrSlug);
      if (!tenant) throw new Error(`There is no company ${idOrSlug} in use: expected a slug or an id.`);
      const progress = new Progress('Trying statements');
      const { proof, named, rightsRead } = await proveIsolation(tenancy, tenant, {
        sample: count,
        onProgress: (done, total) => progress.show(done, total),
      }).finally(() => progress.end());
      const page = proofPage(proof);
      if (out) await writeFile(out, out.endsWith('.json') ? JSON.stringify({ ...proof, page }, null, 2) : page);
      if (json) sayJson({ ...proof, page });
      else if (!out) say(page);
      else
        say(
          `${counted(proof.refused)} of ${counted(proof.statements)} statements were refused, the rights of ${counted(rightsRead)} objects read; see ${out}.`,
        );
      // The page goes to others; whoever operates the deployment needs the names.
      for (const { statement, answer } of named) console.error(`${statement}: ${answer}`);
      if (named.length > 0) process.exitCode = someFailed;
    });
  });
