import type { Client } from 'pg';
import { percentile } from '../calls';
import { type Explained, explainPage, slowestOf } from '../explain';
import type { Page } from '../page';
import { send } from '../send';
import { serveApi } from '../served';
import { say, startApi, withClient } from '../target';
import { webOperation } from '../web-operations';
import { type FindSize, fillForSearch } from './rows';
import { type Sought, soughtTexts } from './texts';

export interface FindOptions extends FindSize {
  requests: number;
  /** Units: milliseconds, at p95. */
  limit: number;
}

interface Door {
  name: string;
  ask(text: string): Page;
}

/** What a request takes without a search: what is left of the others is theirs. */
const unsought: Sought = { what: 'nothing typed', texts: [''] };

/** As the web client asks. */
const doors: readonly Door[] = [
  {
    name: 'command menu',
    ask: (text) => ({ page: text, operation: webOperation('CommandMenuSearch'), variables: { text } }),
  },
  {
    name: 'inbox',
    ask: (text) => ({
      page: text,
      operation: webOperation('Inbox'),
      variables: {
        filter: { status: ['ACTIVE'], search: text },
        orderBy: { field: 'LAST_MESSAGE_AT', direction: 'DESC' },
      },
    }),
  },
];

interface Row {
  door: string;
  what: string;
  text: string;
  explained: Explained[];
  ms: number[];
}

const warmUps = 5;

/** What the command menu and the inbox find, and how soon. Errors: names what takes longer than the limit. */
export async function measureFind(url: string, { requests, limit, ...size }: FindOptions): Promise<void> {
  await withClient(url, async (client) => {
    const tenantId = await fillForSearch(url, client, size);
    const all = [unsought, ...(await soughtTexts(client))];
    const rows = await explainAll(url, client, tenantId, all);
    await timeAll(url, tenantId, rows, all, requests);
    report(rows);
    const slow = rows.filter(({ ms }) => percentile(ms, 0.95) > limit);
    if (slow.length > 0)
      throw new Error(
        `More than ${limit} ms at p95:\n${slow.map(({ door, what, ms }) => `${door}, ${what}: ${percentile(ms, 0.95).toFixed(1)}`).join('\n')}`,
      );
    say(`\nEvery search takes at most ${limit} ms at p95, through HTTP.`);
  });
}

async function explainAll(url: string, client: Client, tenantId: string, all: readonly Sought[]): Promise<Row[]> {
  const api = await startApi(url);
  const rows: Row[] = [];
  try {
    for (const { name: door, ask } of doors)
      for (const { what, texts } of all) {
        const [text = ''] = texts;
        rows.push({ door, what, text, explained: await explainPage(client, api, tenantId, ask(text)), ms: [] });
      }
  } finally {
    await api.stop();
  }
  return rows;
}

/** The API in a process of its own, asked one text after the other. */
async function timeAll(
  url: string,
  tenantId: string,
  rows: readonly Row[],
  all: readonly Sought[],
  requests: number,
): Promise<void> {
  const api = await serveApi(url);
  try {
    for (const row of rows) {
      const { ask } = doors.find(({ name }) => name === row.door) as Door;
      const texts = all.find(({ what }) => what === row.what)?.texts ?? [];
      for (let n = -warmUps; n < requests; n += 1) {
        const { operation, variables } = ask(texts[(n + warmUps) % texts.length] ?? '');
        const since = performance.now();
        await send(api.url, tenantId, operation, variables);
        if (n >= 0) row.ms.push(performance.now() - since);
      }
    }
  } finally {
    await api.stop();
  }
}

function report(rows: readonly Row[]): void {
  say(
    '\n| asked by | for | statements | slowest, ms | buffers | HTTP p50, ms | p95, ms | worst, ms |\n|---|---|---|---|---|---|---|---|',
  );
  for (const { door, what, text, explained, ms } of rows) {
    // Where nothing is looked for, the database is not asked.
    const inDatabase = explained.length > 0 ? slowestOf(explained) : { ms: 0, buffers: 0 };
    const figures = [percentile(ms, 0.5), percentile(ms, 0.95), Math.max(...ms)].map((each) => each.toFixed(1));
    say(
      `| ${[door, `${what} (${text})`, explained.length, inDatabase.ms.toFixed(2), inDatabase.buffers, ...figures].join(' | ')} |`,
    );
  }
}
