import type { Theme } from './ui/theme';

const yearSeconds = 31_536_000;

/** What the browser tells the server about its person, in cookies, so that the first byte of a page already looks and reads right. */
export interface Preferences {
  theme: Theme;
  /** An IANA name; `UTC` until the browser has told. */
  timeZone: string;
  /** The slug of the company that was open last; null where none was. */
  lastCompany: string | null;
  /** Whether the next conversation opens when one is closed or snoozed. */
  opensNext: boolean;
}

const cookiesOf = (header: string | null): Map<string, string> =>
  new Map((header ?? '').split(';').map((pair) => splitOnce(pair.trim(), '=')));

export function readPreferences(cookieHeader: string | null): Preferences {
  const cookies = cookiesOf(cookieHeader);
  const theme = cookies.get('theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    timeZone: knownTimeZone(decode(cookies.get('time-zone') ?? '')) ?? 'UTC',
    lastCompany: decode(cookies.get('last-company') ?? '') || null,
    opensNext: cookies.get('after-closing') !== 'list',
  };
}

const contactColumns = (company: string): string => `contact-columns.${encodeURIComponent(company)}`;

/** Which columns the company's list of contacts had last; null where nobody has chosen. */
export const readContactColumns = (cookieHeader: string | null, company: string): string | null =>
  decode(cookiesOf(cookieHeader).get(contactColumns(company)) ?? '') || null;

/** Null: as if nobody had chosen. */
export function rememberContactColumns(company: string, columns: string | null): void {
  const maxAge = columns === null ? 0 : yearSeconds;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${contactColumns(company)}=${encodeURIComponent(columns ?? '')}; path=/; max-age=${maxAge}; samesite=lax`;
}

/** Keeps one preference for a year. */
export function rememberPreference(
  name: 'theme' | 'time-zone' | 'last-company' | 'after-closing',
  value: string,
): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** To ask Intl takes a tenth of a millisecond, and most people live in few zones. */
const timeZones = new Map<string, string | undefined>();
const maxTimeZones = 200;

/** Whatever the cookie says goes to Intl, which throws at names it does not know. */
function knownTimeZone(name: string): string | undefined {
  if (name === '') return undefined;
  if (timeZones.has(name)) return timeZones.get(name);
  // A cookie may say anything.
  if (timeZones.size >= maxTimeZones) timeZones.clear();
  const known = askIntl(name);
  timeZones.set(name, known);
  return known;
}

function askIntl(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** What a browser has kept of a person who has left. */
export function forgetLastCompany(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = 'last-company=; path=/; max-age=0; samesite=lax';
}
