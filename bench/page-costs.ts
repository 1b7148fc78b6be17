import type { CDPSession, Page } from 'playwright-core';

/** What the page has cost so far, by Chromium's own counters, in milliseconds. */
interface Costs {
  layoutMs: number;
  styleMs: number;
  scriptMs: number;
}

export class PageCosts {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<PageCosts> {
    const session = await page.context().newCDPSession(page);
    // Of the page's own thread: what other programs do on the same cores does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new PageCosts(session);
  }

  /** What each run of the work costs; `work` resolves when the page has done what it has to. */
  async ofEach(times: number, work: (index: number) => Promise<unknown>): Promise<Costs[]> {
    const costs: Costs[] = [];
    for (let index = 0; index < times; index += 1) {
      const before = await this.soFar();
      await work(index);
      const after = await this.soFar();
      costs.push({
        layoutMs: after.layoutMs - before.layoutMs,
        styleMs: after.styleMs - before.styleMs,
        scriptMs: after.scriptMs - before.scriptMs,
      });
    }
    return costs;
  }

  private async soFar(): Promise<Costs> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
    return { layoutMs: ms('LayoutDuration'), styleMs: ms('RecalcStyleDuration'), scriptMs: ms('ScriptDuration') };
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Until what was done is laid out and painted. */
export const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

export const countNodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
