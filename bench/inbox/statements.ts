import type { Client } from 'pg';
import { deskPages } from '../desk-pages';
import { explainedHeader, explainPage, rowOf, slowestOf } from '../explain';
import type { Page } from '../page';
import { say, startApi } from '../target';
import { webOperation } from '../web-operations';

/** What is counted reads every row of what it counts. */
const counts: Page = { page: 'inbox: counts', isBounded: false, operation: webOperation('InboxCounts'), variables: {} };

const searches = ({ filter }: Record<string, unknown>): boolean => 'search' in (filter as object);

/** What the inbox asks of the database, statement by statement. Answers the pages with one that takes as long as the limit, or longer. */
export async function slowStatements(
  databaseUrl: string,
  client: Client,
  tenantId: string,
  limitMs: number,
): Promise<string[]> {
  const api = await startApi(databaseUrl);
  const slow: string[] = [];
  say(explainedHeader);
  try {
    for (const page of [...deskPages.filter(({ variables }) => !searches(variables)), counts]) {
      const explained = await explainPage(client, api, tenantId, page);
      say(rowOf(page.page, explained));
      const { ms } = slowestOf(explained);
      if (page.isBounded !== false && ms >= limitMs)
        slow.push(`${page.page}: expected less than ${limitMs} ms in the database, got ${ms.toFixed(1)}`);
    }
  } finally {
    await api.stop();
  }
  return slow;
}
