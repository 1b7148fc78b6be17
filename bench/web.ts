import type { Page } from 'playwright-core';
import { closeBrowser, newPerson, open } from '../e2e/kit/browser';
import { newCompany, newContact, say as write } from '../e2e/kit/company';
import { tokenAt } from '../e2e/kit/session';
import { startSystem } from '../e2e/kit/system';
import { ensureChromium } from '../tools/setup/chromium.mjs';
import { shareNoSystem } from './own-system';
import { median } from './page-costs';
import { say } from './target';

interface Weight {
  scriptKb: number;
  styleKb: number;
  requests: number;
}

/** What the pages weigh in Chromium, as they are served, and how long the server takes for one. */
export async function measureWeb({ rounds }: { rounds: number }): Promise<void> {
  process.env['CHROMIUM_PATH'] = await ensureChromium(new AbortController().signal);
  shareNoSystem();
  const system = await startSystem();
  try {
    const company = await newCompany(system.apiUrl);
    const contact = await newContact(company, {}, system.apiUrl);
    await write(company, contact, 'When will the parts be here?', 'CONTACT', system.apiUrl);
    const token = await tokenAt(system.webUrl);
    const pages = [
      { name: 'sign-in', path: '/sign-in', token: null },
      { name: 'home, which leads to the one company', path: '/', token },
      { name: 'dashboard', path: company.path, token },
      { name: 'contact list', path: `${company.path}/contacts`, token },
      { name: 'contact', path: contact.path, token },
    ];
    say('| page | JavaScript, KB | CSS, KB | requests | server, ms |');
    say('|---|---|---|---|---|');
    for (const { name, path, token: session } of pages) {
      const person = await newPerson({ webUrl: system.webUrl, token: session });
      const weight = await weigh(person.page, () => open(person, path));
      await person.context.close();
      const ms = await serverMs(`${system.webUrl}${path}`, session, rounds);
      const figures = [weight.scriptKb.toFixed(1), weight.styleKb.toFixed(1), weight.requests, ms.toFixed(1)];
      say(`| ${[name, ...figures].join(' | ')} |`);
    }
  } finally {
    await closeBrowser();
    await system.stop();
  }
}

/** By Chromium's own count of what came over the line, without headers. */
async function weigh(page: Page, load: () => Promise<void>): Promise<Weight> {
  await load();
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const kb = (ending: string) =>
      entries
        .filter(({ name }) => new URL(name).pathname.endsWith(ending))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1_024;
    return { scriptKb: kb('.js'), styleKb: kb('.css'), requests: entries.length + 1 };
  });
}

/** From the request to the last byte of the page, one after the other. */
async function serverMs(url: string, token: string | null, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const response = await fetch(url, { headers: token === null ? {} : { cookie: `atrium-session=${token}` } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`expected the page ${url}, got ${response.status}`);
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
