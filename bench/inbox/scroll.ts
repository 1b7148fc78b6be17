import type { Page } from 'playwright-core';
import { nextFrame } from '../page-costs';
import { type Frames, framesOf } from './trace';

export interface Scrolled extends Frames {
  /** How many rows the list had at the end. */
  rows: number;
  mostElements: number;
  /** What is reachable, before and after. Units: bytes. */
  heapBefore: number;
  heapAfter: number;
}

/** Units: pixels. */
const [rowHeight, step] = [64, 160];
const withinMs = 120_000;

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** Scrolls the inbox, which is open, a step a frame until so many rows lie behind, while Chromium keeps a trace. Errors: where the list ends before. */
export async function scrollThrough(page: Page, rows: number): Promise<Scrolled> {
  const browser = page.context().browser();
  if (!browser) throw new Error('expected a browser of our own');
  const heapBefore = await heapOf(page);
  await browser.startTracing(page, { categories });
  let found: { rows: number; mostElements: number };
  let trace: Buffer;
  try {
    found = await page.evaluate(scrollInPage, { until: rows * rowHeight, step, rowHeight, withinMs });
  } finally {
    trace = await browser.stopTracing();
  }
  await nextFrame(page);
  const heapAfter = await heapOf(page);
  if (found.rows < rows) throw new Error(`expected to come to row ${rows} within ${withinMs} ms, got to ${found.rows}`);
  return { ...found, heapBefore, heapAfter, ...framesOf(trace) };
}

/** In the page: nothing from without is on its thread meanwhile. */
function scrollInPage({
  until,
  step,
  rowHeight,
  withinMs,
}: Record<'until' | 'step' | 'rowHeight' | 'withinMs', number>) {
  const scroller = document.querySelector('ul[aria-label="Conversations"]')?.parentElement;
  if (!scroller) throw new Error('expected the list of conversations');
  const startedAt = performance.now();
  let [mostElements, frame] = [0, 0];
  return new Promise<{ rows: number; mostElements: number }>((done) => {
    const next = () => {
      // Counting all elements each time would be a cost of its own.
      if (frame % 20 === 0) mostElements = Math.max(mostElements, document.getElementsByTagName('*').length);
      frame += 1;
      const end = scroller.scrollTop + scroller.clientHeight;
      if (end >= until || performance.now() - startedAt > withinMs)
        return done({ rows: Math.floor(end / rowHeight), mostElements });
      scroller.scrollTop += step;
      requestAnimationFrame(next);
    };
    performance.mark('scroll-start');
    requestAnimationFrame(next);
  });
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  } finally {
    await session.detach();
  }
}
