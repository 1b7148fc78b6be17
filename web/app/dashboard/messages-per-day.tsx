import type { MessagesPerDay_TenantFragment } from '../generated/graphql';
import { CardSection } from '../ui/card';
import { classNames } from '../ui/class-names';
import { formatCount, formatDateTime, formatPlural } from '../ui/format';

type Day = MessagesPerDay_TenantFragment['stats']['messagesPerDay'][number];

/** Dates without a time are days of UTC, as the API counts them. */
const formatDay = (date: string, format: Intl.DateTimeFormatOptions): string =>
  formatDateTime(date, { ...format, timeZone: 'UTC' });

/** The bars are for the eye; a table with the same numbers is for screen readers. */
export function MessagesPerDay({ tenant: { stats } }: { tenant: MessagesPerDay_TenantFragment }) {
  const days = stats.messagesPerDay;
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <CardSection
      id="messages-per-day"
      title="Messages per day"
      action={
        <span className="text-detail text-ink-muted">
          {formatCount(total)} in {days.length} days
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
        <span>{formatCount(top / 2)}</span>
        <span>0</span>
      </div>
      <div className="relative flex min-w-0 flex-1 gap-1 sm:gap-1.5">
        <div className="absolute inset-x-0 top-0 flex h-44 flex-col justify-between">
          {['top', 'middle', 'bottom'].map((line) => (
            <div key={line} className="h-px bg-line" />
          ))}
        </div>
        {days.map((day, index) => (
          <Bar key={day.date} day={day} share={day.count / top} position={index} last={days.length - 1} />
        ))}
      </div>
    </div>
  );
}

function Bar({ day, share, position, last }: { day: Day; share: number; position: number; last: number }) {
  const isToday = position === last;
  // Every second day, counted from today, so that the labels have room on a phone.
  const isLabelled = (last - position) % 2 === 0;
  return (
    <div className="group relative flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex h-44 items-end justify-center rounded-sm transition-colors duration-100 group-hover:bg-hover">
        <div
          className={classNames(
            'w-full max-w-9 rounded-t-sm transition-colors duration-100',
            isToday ? 'bg-accent' : 'bg-accent-mid group-hover:bg-accent',
          )}
          style={{ height: day.count === 0 ? '0' : `max(3px, ${share * 100}%)` }}
        />
      </div>
      <span
        className={classNames(
          'flex h-3 whitespace-nowrap text-ink-muted text-xs leading-none',
          isToday ? 'justify-end sm:justify-center' : 'justify-center',
        )}
      >
        {isToday ? 'Today' : isLabelled ? formatDay(day.date, { day: 'numeric' }) : ''}
      </span>
      <span
        className={classNames(
          'pointer-events-none absolute bottom-full z-10 hidden translate-y-1 animate-appear whitespace-nowrap rounded-sm bg-ink px-2 py-1 text-canvas text-xs shadow-raised group-hover:block',
          position > last / 2 ? 'right-0' : 'left-0',
        )}
      >
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
