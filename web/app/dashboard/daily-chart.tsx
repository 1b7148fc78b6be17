import { classNames } from '../ui/class-names';
import { formatCount, formatDateTime } from '../ui/format';

export interface Series {
  /** What was counted: "Opened". */
  name: string;
  tone: 'strong' | 'soft';
  /** Oldest first; of the same days in each series. */
  days: readonly { date: string; count: number }[];
}

const tones = { strong: 'bg-accent', soft: 'bg-accent-mid' } as const;

/** Dates without a time are days of UTC, as the API counts them. */
const formatDay = (date: string, format: Intl.DateTimeFormatOptions): string =>
  formatDateTime(date, { ...format, timeZone: 'UTC' });

interface DailyChartProps {
  /** Of the table. */
  title: string;
  series: readonly Series[];
}

/** The bars are for the eye; a table with the same numbers is for screen readers. */
export function DailyChart({ title, series }: DailyChartProps) {
  const dates = series[0]?.days.map(({ date }) => date) ?? [];
  return (
    <>
      <Bars dates={dates} series={series} />
      <div className="sr-only">
        <table>
          <caption>
            {title}, the last {dates.length} days
          </caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dates.map((date, i) => (
              <tr key={date}>
                <th scope="row">{formatDay(date, { day: 'numeric', month: 'long' })}</th>
                {series.map(({ name, days }) => (
                  <td key={name}>{days[i]?.count ?? 0}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Bars({ dates, series }: { dates: readonly string[]; series: readonly Series[] }) {
  const top = niceTop(Math.max(...series.flatMap(({ days }) => days.map(({ count }) => count)), 0));
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
        {dates.map((date, position) => (
          <Day
            key={date}
            date={date}
            counts={series.map(({ name, tone, days }) => ({ name, tone, count: days[position]?.count ?? 0 }))}
            top={top}
            position={position}
            last={dates.length - 1}
          />
        ))}
      </div>
    </div>
  );
}

interface DayProps {
  date: string;
  counts: readonly (Pick<Series, 'name' | 'tone'> & { count: number })[];
  top: number;
  position: number;
  last: number;
}

function Day({ date, counts, top, position, last }: DayProps) {
  return (
    <div className="group relative flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex h-44 items-end justify-center gap-px rounded-sm transition-colors duration-100 group-hover:bg-hover">
        {counts.map(({ name, tone, count }) => (
          <div
            key={name}
            className={classNames('w-full max-w-9 rounded-t-xs', tones[tone])}
            style={{ height: count === 0 ? '0' : `max(3px, ${(count / top) * 100}%)` }}
          />
        ))}
      </div>
      <DayLabel date={date} position={position} last={last} />
      <span
        className={classNames(
          'pointer-events-none absolute bottom-full z-10 hidden translate-y-1 animate-appear whitespace-nowrap rounded-sm bg-ink px-2 py-1 text-canvas text-xs shadow-raised group-hover:block',
          position > last / 2 ? 'right-0' : 'left-0',
        )}
      >
        {formatDay(date, { weekday: 'short', day: 'numeric', month: 'short' })}
        {counts.map(({ name, count }) => ` · ${formatCount(count)} ${name.toLowerCase()}`)}
      </span>
    </div>
  );
}

/** Every second day, counted from today, so that the labels have room on a phone; the first of a month in sight says which. */
function DayLabel({ date, position, last }: { date: string; position: number; last: number }) {
  const isToday = position === last;
  const isLabelled = (last - position) % 2 === 0;
  const saysMonth = position < 2 || date.endsWith('-01') || date.endsWith('-02');
  return (
    <span
      className={classNames(
        'flex h-7 flex-col whitespace-nowrap text-ink-muted text-xs leading-tight',
        isToday ? 'items-end sm:items-center' : 'items-center',
      )}
    >
      {isLabelled && (
        <>
          <span>{isToday ? 'Today' : formatDay(date, { weekday: 'short' })}</span>
          <span>{formatDay(date, saysMonth ? { day: 'numeric', month: 'short' } : { day: 'numeric' })}</span>
        </>
      )}
    </span>
  );
}

/** The next 1, 2, 4, 6 or 8 times a power of ten, so that the axis has round numbers and its middle is one too. */
export function niceTop(max: number): number {
  if (max <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(max));
  const step = [1, 2, 4, 6, 8, 10].find((factor) => factor * power >= max) ?? 10;
  return step * power;
}
