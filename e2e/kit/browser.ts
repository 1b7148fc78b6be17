import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { tokenAt } from './session';
import { sharedSystem } from './shared-system';
import { until } from './until';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium's sandbox cannot be set up by root. */
const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const waitMs = 30_000;

let browser: Promise<Browser> | null = null;

function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('expected CHROMIUM_PATH, which the global set-up of the browser tests provides');
  browser ??= chromium.launch({ executablePath, args: [...quiet, ...rootOnly] });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  const closing = browser;
  browser = null;
  await (await closing)?.close();
}

export interface Person {
  page: Page;
  context: BrowserContext;
  /** What the browser's console said that it should not have. */
  complaints: string[];
  /** GraphQL operations that were sent over HTTP. */
  requests: string[];
}

interface Look {
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  webUrl?: string;
  /** Whose session the browser has: by default of whoever owns what the tests make; null for nobody's. */
  token?: string | null;
}

/** A browser window with cookies and storage of its own. */
export async function newPerson({
  colorScheme = 'light',
  width = 1440,
  height = 900,
  webUrl = sharedSystem().webUrl,
  token,
}: Look = {}): Promise<Person> {
  const value = token === undefined ? await tokenAt(webUrl) : token;
  const context = await (await openBrowser()).newContext({
    baseURL: webUrl,
    colorScheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(waitMs);
  if (value !== null) {
    await context.addCookies([{ name: 'atrium-session', value, url: webUrl, httpOnly: true, sameSite: 'Lax' }]);
  }
  // Chromium's own words about it are not all warnings.
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) =>
      console.error(`Policy violated: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`),
    ),
  );
  const page = await context.newPage();
  const person: Person = { page, context, complaints: [], requests: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) person.complaints.push(message.text());
  });
  page.on('pageerror', (error) => person.complaints.push(error.message));
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/graphql') {
      person.requests.push(request.postDataJSON().operationName);
    }
  });
  return person;
}

/** Until the page's script has taken over from what the server rendered, and subscriptions are open where it has any. */
export async function open(person: Person, path: string): Promise<void> {
  await person.page.goto(path);
  await settled(person.page);
}

/** For a page that is on its way already. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await until(() => page.evaluate(countInert), 0);
}

/** Of all that can be used, what React does not listen to yet: a busy machine is idle on the network long before it has run the script. */
function countInert(): number {
  const usable = [...document.querySelectorAll('a[href], button, input, textarea, select')];
  return usable.filter((element) => !Object.keys(element).some((key) => key.startsWith('__reactProps$'))).length;
}
