import { formatDateTime, isoDateIn } from '../ui/format';

interface Numbered {
  number: number;
}

interface Dated {
  createdAt: string;
}

export interface MessageDay<T> {
  /** `2026-11-24` in the reader's zone. */
  date: string;
  messages: T[];
}

/** Pages, live messages and refetches meet in one list: each message once, in the order in which they were written. */
export function inOrder<T extends Numbered>(messages: readonly T[]): T[] {
  // Nearly always so, and asked for at every rendering of a thread that may have thousands.
  if (messages.every(({ number }, index) => index === 0 || number > (messages[index - 1]?.number ?? 0)))
    return [...messages];
  const byNumber = new Map(messages.map((message) => [message.number, message]));
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/** Messages by the calendar day on which the reader saw them written. Shape: as given, oldest first. */
export function groupByDay<T extends Dated>(messages: readonly T[], timeZone: string): MessageDay<T>[] {
  const days: MessageDay<T>[] = [];
  for (const message of messages) {
    const date = isoDateIn(timeZone, message.createdAt);
    const last = days.at(-1);
    if (last?.date === date) last.messages.push(message);
    else days.push({ date, messages: [message] });
  }
  return days;
}

const dayMs = 86_400_000;

/** "Today", "Yesterday", "Tuesday 24 November", and with its year where that is another one. `now` in epoch milliseconds. */
export function describeDay(date: string, now: number, timeZone: string): string {
  const [today] = groupByDay([{ createdAt: new Date(now).toISOString() }], timeZone);
  const [year] = date.split('-');
  const daysAgo = today ? (Date.parse(today.date) - Date.parse(date)) / dayMs : 0;
  if (daysAgo === 0) return 'Today';
  if (daysAgo === 1) return 'Yesterday';
  const text = formatDateTime(date, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return today?.date.startsWith(`${year}-`) ? text : `${text} ${year}`;
}
