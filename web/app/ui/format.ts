/** Of all texts, whatever the browser's own: server and browser must write the same. */
const ownLocale = 'en-GB';

/** Making one takes a hundred times as long as formatting with it, and a long thread asks for two a message. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const maxFormatters = 200;

function formatterOf(format: Intl.DateTimeFormatOptions, locale = ownLocale): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(format);
  const known = formatters.get(key);
  if (known) return known;
  // On the server, people of all time zones ask.
  if (formatters.size >= maxFormatters) formatters.clear();
  const made = new Intl.DateTimeFormat(locale, format);
  formatters.set(key, made);
  return made;
}

/** An ISO date and time or a Date; a date alone is midnight UTC. */
export const formatDateTime = (at: string | Date, format: Intl.DateTimeFormatOptions): string =>
  formatterOf(format).format(new Date(at));

/** The one locale whose short date is ISO's. */
const isoLocale = 'sv-SE';
const isoDate = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** `2026-11-24`, on which day it was in that zone. */
export const isoDateIn = (timeZone: string, at: string): string =>
  formatterOf({ ...isoDate, timeZone }, isoLocale).format(new Date(at));

const count = new Intl.NumberFormat(ownLocale);

export const formatCount = (value: number): string => count.format(value);

/** "1 contact", "2 contacts"; the plural form is the singular with an s unless named. */
export const formatPlural = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)} ${value === 1 ? one : many}`;

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** Binary steps, as PostgreSQL's `pg_size_pretty` counts. */
export function formatBytes(bytes: number): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** step;
  return `${value >= 100 || step === 0 ? Math.round(value) : Math.round(value * 10) / 10} ${units[step]}`;
}

const durations = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
] as const;

/** "40 s", "5 min", "2.5 h", "3 d": one figure after the point, where it says something. Units: seconds. */
export function formatDuration(seconds: number): string {
  const step = durations.find((each) => seconds >= each.seconds);
  if (!step) return `${Math.round(seconds)} s`;
  const value = seconds / step.seconds;
  return `${value >= 10 ? Math.round(value) : Math.round(value * 10) / 10} ${step.name}`;
}
