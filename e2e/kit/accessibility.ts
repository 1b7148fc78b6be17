import { readFileSync } from 'node:fs';
import type { Person } from './browser';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(context: string, options: object): Promise<{ violations: { id: string; nodes: AxeNode[] }[] }>;
}

interface AxeNode {
  html: string;
  any: { message: string }[];
}

/** `part` is a selector: of what lies over the page, which is not part of its regions. */
export const violationsOn = (person: Person, part = 'html'): Promise<string[]> => run(person, part, {});

/** In the dark, what depends on colours: all else is the same. The window is left in the light. */
export async function violationsInBothThemes(person: Person, part = 'html') {
  const light = await violationsOn(person, part);
  await person.page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(person, part, { runOnly: ['color-contrast', 'link-in-text-block'] });
  await person.page.emulateMedia({ colorScheme: 'light' });
  return { light, dark };
}

async function run({ page }: Person, part: string, options: object): Promise<string[]> {
  await page.evaluate(stillness);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ([context, given]) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(context, { ...given, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => {
        const places = nodes.map(({ html, any }) => `${html.slice(0, 160)} (${any[0]?.message ?? ''})`);
        return `${id}: ${places.join(' ')}`;
      });
    },
    [part, options] as const,
  );
}

/**
 * Until nothing is on its way to another look; one transition can set off the next. An animation that is cancelled rejects, and is over all
 * the same; one without an end is not waited for.
 */
async function stillness(): Promise<void> {
  const underWay = () =>
    document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  for (let moving = underWay(); moving.length > 0; moving = underWay())
    await Promise.allSettled(moving.map(({ finished }) => finished));
}
