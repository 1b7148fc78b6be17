import type { MessagesPerDay_TenantFragment } from '../generated/graphql';
import { CardSection } from '../ui/card';
import { classNames } from '../ui/class-names';
import { formatCount, formatPlural } from '../ui/number-format';

type Day = MessagesPerDay_TenantFragment['stats']['messagesPerDay'][number];

/** Dates without a time are days of UTC, as the API counts them. */
const formatDay = (date: string, format: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** The bars are for the eye; a table with the same numbers is for screen readers. */
export function MessagesPerDay({ tenant: { stats } }: { tenant: MessagesPerDay_TenantFragment }) {
  const days = stats.messagesPerDay;
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <CardSection
      id="messages-per-day"
      title="Messages per day"
      action={
        <span className="text-[0.8125rem] text-ink-muted">
          {formatPlural(total, 'message')} in {days.length} days
        </span>
      }
    >
      <Bars days={days} />
      <table className="sr-only">
        <caption>Messages per day, the last {days.length} days</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Messages</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, count }) => (
            <tr key={date}>
              <th scope="row">{formatDay(date, { day: 'numeric', month: 'long' })}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </CardSection>
  );
}

function Bars({ days }: { days: readonly Day[] }) {
  const top = niceTop(Math.max(...days.map(({ count }) => count), 0));
  return (
    <div aria-hidden="true" className="flex flex-1 gap-3 px-5 pt-3 pb-5">
      <div className="flex h-44 flex-col justify-between text-right text-ink-muted text-xs tabular-nums leading-none">
        <span>{formatCount(top)}</span>
        <span>{top % 2 === 0 ? formatCount(top / 2) : ''}</span>
        <span>0</span>
      </div>
      <div className="relative flex min-w-0 flex-1 gap-1 sm:gap-1.5">
        {[0, 50, 100].map((share) => (
          <div key={share} className="absolute inset-x-0 h-px bg-line" style={{ top: `${(share / 100) * 11}rem` }} />
        ))}
        {days.map((day, index) => (
          <Bar
            key={day.date}
            day={day}
            share={day.count / top}
            isToday={index === days.length - 1}
            isLabelled={(days.length - 1 - index) % 2 === 0}
          />
        ))}
      </div>
    </div>
  );
}

function Bar({ day, share, isToday, isLabelled }: { day: Day; share: number; isToday: boolean; isLabelled: boolean }) {
  return (
    <div className="group relative flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex h-44 items-end justify-center rounded-sm transition-colors duration-100 group-hover:bg-hover">
        <div
          className={classNames(
            'w-full max-w-9 rounded-t-sm transition-colors duration-100',
            isToday ? 'bg-accent' : 'bg-accent/55 group-hover:bg-accent',
          )}
          style={{ height: day.count === 0 ? '0' : `max(3px, ${share * 100}%)` }}
        />
      </div>
      <span className="h-3 whitespace-nowrap text-center text-ink-muted text-xs leading-none">
        {isToday ? 'Today' : isLabelled ? formatDay(day.date, { day: 'numeric' }) : ''}
      </span>
      <span className="pointer-events-none absolute bottom-full left-1/2 z-10 -translate-x-1/2 translate-y-1 whitespace-nowrap rounded-sm bg-ink px-2 py-1 text-canvas text-xs opacity-0 shadow-raised transition-opacity duration-100 group-hover:opacity-100">
        {formatDay(day.date, { weekday: 'short', day: 'numeric', month: 'short' })} ·{' '}
        {formatPlural(day.count, 'message')}
      </span>
    </div>
  );
}

/** The next 1, 2, 4, 6 or 8 times a power of ten, so that the axis has round numbers and its middle is one too. */
export function niceTop(max: number): number {
  if (max <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(max));
  const step = [1, 2, 4, 6, 8, 10].find((factor) => factor * power >= max) ?? 10;
  return step * power;
}
