import { useNow, useTimeZone } from './clock';
import { formatDateTime } from './format';

// In words of our own: the texts of Intl.RelativeTimeFormat change with the ICU version, so server and browser would differ.
const steps = [
  { name: 'min', ms: 60_000, below: 60 },
  { name: 'h', ms: 3_600_000, below: 24 },
  { name: 'd', ms: 86_400_000, below: 7 },
] as const;

interface TimeProps {
  /** An ISO date and time, or null where there is none yet. */
  at: string;
  className?: string;
}

/** How long ago it was; the exact time when pointed at. Server and browser may know months by different names ("Sep", "Sept"): that alone may differ. */
export function RelativeTime({ at, className }: TimeProps) {
  const now = useNow();
  const timeZone = useTimeZone();
  return (
    <time suppressHydrationWarning dateTime={at} title={formatExact(at, timeZone)} className={className}>
      {describeTime(at, now, timeZone)}
    </time>
  );
}

/** A date or time in the person's own zone, by the given format. */
export function LocalTime({ at, format, className }: TimeProps & { format: Intl.DateTimeFormatOptions }) {
  const timeZone = useTimeZone();
  return (
    <time suppressHydrationWarning dateTime={at} title={formatExact(at, timeZone)} className={className}>
      {formatDateTime(at, { ...format, timeZone })}
    </time>
  );
}

/** "just now", "5 min ago", "in 2 h", "3 d ago"; a week away and further, the date. */
export function describeTime(at: string, now: number, timeZone: string): string {
  const date = new Date(at);
  const elapsedMs = now - date.getTime();
  const away = Math.abs(elapsedMs);
  if (away < 60_000) return 'just now';
  const step = steps.find(({ ms, below }) => away < ms * below);
  if (!step) return formatDate(date, now, timeZone);
  const count = `${Math.floor(away / step.ms)} ${step.name}`;
  return elapsedMs < 0 ? `in ${count}` : `${count} ago`;
}

function formatDate(date: Date, now: number, timeZone: string): string {
  const isThisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return formatDateTime(date, {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone,
  });
}

const formatExact = (at: string, timeZone: string): string =>
  formatDateTime(at, { dateStyle: 'full', timeStyle: 'short', timeZone });
