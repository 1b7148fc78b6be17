import { useNow, useTimeZone } from './clock';

const steps = [
  { unit: 'minute', ms: 60_000, below: 60 },
  { unit: 'hour', ms: 3_600_000, below: 24 },
  { unit: 'day', ms: 86_400_000, below: 7 },
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

interface TimeProps {
  /** An ISO date and time, or null where there is none yet. */
  at: string;
  className?: string;
}

/** "5 min. ago", "yesterday", then the date; the exact time when pointed at. The same text on server and browser. */
export function RelativeTime({ at, className }: TimeProps) {
  const now = useNow();
  const timeZone = useTimeZone();
  return (
    <time dateTime={at} title={formatExact(at, timeZone)} className={className}>
      {describeTime(at, now, timeZone)}
    </time>
  );
}

/** A date or time in the person's own zone, by the given format. */
export function LocalTime({ at, format, className }: TimeProps & { format: Intl.DateTimeFormatOptions }) {
  const timeZone = useTimeZone();
  return (
    <time dateTime={at} title={formatExact(at, timeZone)} className={className}>
      {new Intl.DateTimeFormat('en-GB', { ...format, timeZone }).format(new Date(at))}
    </time>
  );
}

export function describeTime(at: string, now: number, timeZone: string): string {
  const date = new Date(at);
  const elapsedMs = now - date.getTime();
  const away = Math.abs(elapsedMs);
  if (away < 60_000) return 'just now';
  for (const { unit, ms, below } of steps) {
    const count = Math.floor(away / ms);
    if (count < below) return relative.format(elapsedMs < 0 ? count : -count, unit);
  }
  const isThisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone,
  }).format(date);
}

const formatExact = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(at));
