import { startEmbeddedPostgres } from '../../api/src/embedded-postgres/embedded-postgres';
import { closeBrowser, newPerson, open } from '../../e2e/kit/browser';
import { type Company, newCompany } from '../../e2e/kit/company';
import { tokenAt } from '../../e2e/kit/session';
import { type Running, startSystem } from '../../e2e/kit/system';
import { ensureChromium } from '../../tools/setup/chromium.mjs';
import { shareNoSystem } from '../own-system';
import { say, withClient } from '../target';
import { fillInbox } from './rows';
import { type Scrolled, scrollThrough } from './scroll';
import { slowStatements } from './statements';
import { mostFrameMs, type Spread } from './trace';

export interface InboxOptions {
  conversations: number;
  /** So many of them are scrolled through. */
  rows: number;
  maxElements: number;
  maxHeapMb: number;
}

const limitMs = 10;
/** A window of them at least comes with the page. */
const rowsInSource = 14;

/** An inbox of very many open conversations: its statements, its page and its list. Errors: says which of the limits is missed. */
export async function measureInbox(options: InboxOptions): Promise<void> {
  process.env['CHROMIUM_PATH'] = await ensureChromium(new AbortController().signal);
  shareNoSystem();
  const system = await startSystem();
  try {
    const company = await newCompany(system.webUrl);
    const missed = [
      ...(await inDatabase(system, company, options.conversations)),
      ...(await inSource(system, company)),
      ...(await inChromium(system, company, options)),
    ];
    if (missed.length > 0) throw new Error(`Missed:\n${missed.join('\n')}`);
  } finally {
    await closeBrowser();
    await system.stop();
  }
}

/** The API has started the server; this borrows it. */
async function inDatabase({ dataDir }: Running, { slug }: Company, conversations: number): Promise<string[]> {
  const database = await startEmbeddedPostgres({ dataDir, log: say });
  try {
    return await withClient(database.url, async (client) => {
      const { rows } = await client.query('select id, schema_name as schema from public.tenants where slug = $1', [
        slug,
      ]);
      const [{ id, schema }] = rows;
      await client.query(`set search_path = "${schema}", public`);
      await fillInbox(client, conversations);
      return slowStatements(database.url, client, id, limitMs);
    });
  } finally {
    await database.stop();
  }
}

async function inSource({ webUrl }: Running, { path }: Company): Promise<string[]> {
  const headers = { cookie: `atrium-session=${await tokenAt(webUrl)}` };
  const startedAt = performance.now();
  const source = await (await fetch(`${webUrl}${path}/inbox`, { headers })).text();
  const ms = performance.now() - startedAt;
  const rows = source.split('data-row="').length - 1;
  say(`\nThe page comes with ${rows} rows, ${(source.length / 1_024).toFixed(0)} KB, after ${ms.toFixed(0)} ms.`);
  return rows < rowsInSource ? [`the page's source: expected ${rowsInSource} rows or more, got ${rows}`] : [];
}

async function inChromium({ webUrl }: Running, { path }: Company, options: InboxOptions): Promise<string[]> {
  const person = await newPerson({ webUrl });
  await open(person, `${path}/inbox`);
  const scrolled = await scrollThrough(person.page, options.rows);
  await person.context.close();
  report(scrolled);
  const { work, mostElements } = scrolled;
  const growthMb = mb(scrolled.heapAfter - scrolled.heapBefore);
  return [
    work.long > 0 && `frames: expected none with more than ${mostFrameMs} ms of the page's thread, got ${work.long}`,
    mostElements > options.maxElements && `elements: expected at most ${options.maxElements}, got ${mostElements}`,
    growthMb > options.maxHeapMb && `heap: expected at most ${options.maxHeapMb} MB more, got ${growthMb.toFixed(1)}`,
  ].filter((each) => each !== false);
}

const mb = (bytes: number): number => bytes / 1_048_576;

function report({ rows, count, clock, work, worstParts, mostElements, heapBefore, heapAfter }: Scrolled): void {
  say(`\n${rows} rows scrolled through in ${count} frames:`);
  say(`| a frame | p50, ms | p99, ms | worst, ms | over ${mostFrameMs} ms |\n|---|---|---|---|---|`);
  const line = (what: string, { p50, p99, worst, long }: Spread) =>
    say(`| ${[what, ...[p50, p99, worst].map((ms) => ms.toFixed(1)), long].join(' | ')} |`);
  line("work of the page's thread", work);
  line('by the clock', clock);
  const parts = worstParts.map(([name, ms]) => `${name} ${ms.toFixed(1)}`).join(', ');
  say(`\nThe one with the most work, in ms: ${parts}`);
  say(
    `\nHeap ${mb(heapBefore).toFixed(1)} MB before, ${mb(heapAfter).toFixed(1)} MB after; at most ${mostElements} elements.`,
  );
}
