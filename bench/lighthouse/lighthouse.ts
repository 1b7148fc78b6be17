import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSystem } from '../../e2e/kit/system';
import { ensureChromium } from '../../tools/setup/chromium.mjs';
import { percentile } from '../calls';
import { say } from '../target';
import { type Audit, audit, type Category, categories, type Form, forms, metrics } from './audits';
import { LostEverywhere } from './lost';
import { type AuditedPage, newPages } from './pages';

export interface LighthouseOptions {
  rounds: number;
  only?: string;
}

const leastOf = (category: Category, form: Form): number => {
  if (category !== 'performance') return 100;
  return form === 'desktop' ? 95 : 90;
};

/** robots.txt keeps crawlers away from a company's pages on purpose, for which this audit takes a third of the points. */
const notForPrivatePages = ['is-crawlable'];

/** Lighthouse's scores of the built pages. Errors: names what is below its limit. */
export async function measureLighthouse({ rounds, only = '' }: LighthouseOptions): Promise<void> {
  if (!existsSync(resolve(__dirname, 'node_modules')))
    throw new Error('Lighthouse is not installed: run "npm ci --prefix bench/lighthouse" first.');
  process.env['CHROMIUM_PATH'] = await ensureChromium(new AbortController().signal);
  const system = await startSystem();
  const missed: string[] = [];
  const lost = new LostEverywhere();
  try {
    const pages = (await newPages(system)).filter(({ name }) => name.includes(only));
    say(
      '| page | form | performance | accessibility | best practices | SEO | FCP, ms | LCP, ms | TBT, ms | SI, ms | CLS | speed of the machine |',
    );
    say('|---|---|---|---|---|---|---|---|---|---|---|---|');
    for (const form of forms) {
      for (const page of pages) {
        const audits = await auditsOf(page, form, rounds);
        for (const each of audits) lost.add(`${page.name} (${form})`, each);
        say(lineOf(page, form, audits));
        missed.push(...missedBy(page, form, audits));
      }
    }
  } finally {
    lost.print();
    await system.stop();
  }
  if (missed.length > 0) throw new Error(`Missed:\n${missed.join('\n')}`);
  say('\nNo page is below what it is held to.');
}

async function auditsOf({ url, token, isPublic }: AuditedPage, form: Form, rounds: number): Promise<Audit[]> {
  const audits: Audit[] = [];
  const withoutAudits = isPublic ? [] : notForPrivatePages;
  while (audits.length < rounds) audits.push(await audit({ url, token, form, withoutAudits }));
  return audits;
}

const medianOf = (audits: readonly Audit[], figure: (audit: Audit) => number): number =>
  percentile(audits.map(figure), 0.5);

function lineOf({ name }: AuditedPage, form: Form, audits: readonly Audit[]): string {
  const scores = categories.map((category) => medianOf(audits, (each) => each.scores[category]));
  const times = metrics.map((metric) =>
    medianOf(audits, (each) => each.metrics[metric]).toFixed(metric === 'cls' ? 3 : 0),
  );
  const speed = medianOf(audits, ({ benchmarkIndex }) => benchmarkIndex).toFixed(0);
  return `| ${[name, form, ...scores, ...times, speed].join(' | ')} |`;
}

const missedBy = ({ name }: AuditedPage, form: Form, audits: readonly Audit[]): string[] =>
  categories
    .map((category) => ({ category, score: medianOf(audits, (each) => each.scores[category]) }))
    .filter(({ category, score }) => score < leastOf(category, form))
    .map(
      ({ category, score }) => `${name}, ${form}: ${category} ${score}, expected at least ${leastOf(category, form)}`,
    );
