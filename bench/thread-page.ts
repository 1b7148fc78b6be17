import type { Page } from 'playwright-core';
import { closeBrowser, newPerson, open } from '../e2e/kit/browser';
import { type Company, type NewContact, newCompany, newContact, say as write } from '../e2e/kit/company';
import { type Running, startSystem } from '../e2e/kit/system';
import { ensureChromium } from '../tools/setup/chromium.mjs';
import { countNodes, median, nextFrame, PageCosts } from './page-costs';
import { say } from './target';

const writersAtOnce = 8;
/** Longer than a line of the composer, so that some keys make it grow. */
const typed = 'Thank you for your patience: the parts left our stock this morning. '.repeat(3);

interface ThreadPageOptions {
  sizes: readonly number[];
  /** How many messages arrive while the page is open. */
  incoming: number;
  maxNodes: number;
}

interface Measured {
  messages: number;
  layoutPerKeyMs: number;
  stylePerKeyMs: number;
  scriptPerMessageMs: number;
  layoutPerMessageMs: number;
  mostNodes: number;
  nodes: number;
}

/** Errors: says which of the limits is missed. */
export async function measureThreadPage({ sizes, incoming, maxNodes }: ThreadPageOptions): Promise<void> {
  process.env['CHROMIUM_PATH'] = await ensureChromium(new AbortController().signal);
  const system = await startSystem();
  try {
    const company = await newCompany(system.apiUrl);
    const measured: Measured[] = [];
    for (const messages of sizes) {
      const contact = await newThread(system, company, messages);
      measured.push(await measure(system, company, contact, messages, incoming));
    }
    report(measured);
    judge(measured, maxNodes);
  } finally {
    await closeBrowser();
    await system.stop();
  }
}

async function newThread({ apiUrl }: Running, company: Company, messages: number): Promise<NewContact> {
  const contact = await newContact(
    company,
    { name: `Ann ${messages}`, email: `ann${messages}@contact.example` },
    apiUrl,
  );
  let written = 0;
  const writeOn = async () => {
    while (written < messages) {
      written += 1;
      const text = `Message ${written}. ${'Could you tell me when the parts will be here? '.repeat(written % 5)}`;
      await write(company, contact, text, written % 3 === 0 ? 'USER' : 'CONTACT', apiUrl);
    }
  };
  await Promise.all(Array.from({ length: writersAtOnce }, writeOn));
  return contact;
}

async function measure(
  { apiUrl, webUrl }: Running,
  company: Company,
  contact: NewContact,
  messages: number,
  incoming: number,
): Promise<Measured> {
  const person = await newPerson({ webUrl });
  const { page } = person;
  await open(person, contact.path);
  const mostNodes = await readThroughAll(page);
  const costs = await PageCosts.of(page);
  await page.getByRole('textbox', { name: /^Message to/ }).focus();

  const keys = await costs.ofEach(typed.length, async (index) => {
    await page.keyboard.type(typed[index] ?? ' ');
    await nextFrame(page);
  });
  const arrivals = await costs.ofEach(incoming, async (index) => {
    const shown = untilShown(page, `News ${index}.`);
    await write(company, contact, `News ${index}.`, 'CONTACT', apiUrl);
    await shown;
    await nextFrame(page);
  });
  const nodes = await countNodes(page);
  await person.context.close();
  return {
    messages,
    layoutPerKeyMs: mean(keys.map(({ layoutMs }) => layoutMs)),
    stylePerKeyMs: mean(keys.map(({ styleMs }) => styleMs)),
    scriptPerMessageMs: median(arrivals.map(({ scriptMs }) => scriptMs)),
    layoutPerMessageMs: median(arrivals.map(({ layoutMs }) => layoutMs)),
    mostNodes,
    nodes,
  };
}

/** Window by window to the first message, and back to the newest. Units: the most nodes that the page ever had. */
async function readThroughAll(page: Page): Promise<number> {
  const thread = page.getByRole('region', { name: 'Messages' });
  let most = 0;
  for (let isAtTop = false; !isAtTop; ) {
    isAtTop = await thread.evaluate((scroller) => {
      scroller.scrollTop -= scroller.clientHeight * 0.8;
      const isEnd = scroller.textContent?.includes('The conversation begins here') ?? false;
      return isEnd && scroller.scrollHeight - scroller.clientHeight + scroller.scrollTop < 2;
    });
    await nextFrame(page);
    most = Math.max(most, await countNodes(page));
  }
  await thread.evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  await nextFrame(page);
  return most;
}

/** Told by the page itself: asking it again and again would cost script that is not its own. */
const untilShown = (page: Page, text: string): Promise<void> =>
  page.evaluate((wanted) => {
    const thread = document.querySelector('section[aria-label="Messages"]');
    const isShown = () => [...(thread?.querySelectorAll('li:last-child') ?? [])].at(-1)?.textContent?.includes(wanted);
    return new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return;
        observer.disconnect();
        done();
      });
      if (thread) observer.observe(thread, { childList: true, subtree: true });
    });
  }, text);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

function report(measured: readonly Measured[]): void {
  say(
    '| messages | layout a key, ms | style a key, ms | script a message, ms | layout a message, ms | most nodes | nodes at the end |',
  );
  say('|---|---|---|---|---|---|---|');
  for (const row of measured) {
    const ms = [row.layoutPerKeyMs, row.stylePerKeyMs, row.scriptPerMessageMs, row.layoutPerMessageMs];
    say(`| ${[row.messages, ...ms.map((each) => each.toFixed(2)), row.mostNodes, row.nodes].join(' | ')} |`);
  }
}

const maxLayoutRatio = 2;
const maxScriptMs = 50;

function judge(measured: readonly Measured[], maxNodes: number): void {
  const [short, long] = [measured[0], measured.at(-1)];
  if (!short || !long) return;
  const ratio = long.layoutPerKeyMs / short.layoutPerKeyMs;
  const slowest = Math.max(...measured.map(({ scriptPerMessageMs }) => scriptPerMessageMs));
  const most = Math.max(...measured.map(({ mostNodes, nodes }) => Math.max(mostNodes, nodes)));
  const missed = [
    ratio > maxLayoutRatio &&
      `layout of a key: expected at most ${maxLayoutRatio} times the short thread's, got ${ratio.toFixed(1)}`,
    slowest >= maxScriptMs &&
      `script of an incoming message: expected less than ${maxScriptMs} ms, got ${slowest.toFixed(1)}`,
    most > maxNodes && `nodes: expected at most ${maxNodes}, got ${most}`,
  ].filter((each) => each !== false);
  if (missed.length > 0) throw new Error(missed.join('\n'));
  say(
    `Layout of a key ${ratio.toFixed(2)} times the short thread's, script of a message ${slowest.toFixed(1)} ms, ${most} nodes.`,
  );
}
