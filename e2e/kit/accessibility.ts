import { readFileSync } from 'node:fs';
import type { Person } from './browser';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** `part` is a selector: of what lies over the page, which is not part of its regions. */
export async function violationsOn({ page }: Person, part = 'html'): Promise<string[]> {
  // An animation that is cancelled rejects, and is over all the same; one without an end is not waited for.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
  await page.evaluate(axeSource);
  return page.evaluate(async (context) => {
    const { axe } = window as unknown as {
      axe: { run(context: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(context);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
  }, part);
}
