export interface Hours {
  /** Full hours, UTC. */
  from: number;
  to: number;
  weekends: boolean;
}

export const officeHours: Hours = { from: 8, to: 17, weekends: false };
export const wakingHours: Hours = { from: 7, to: 22, weekends: true };

export const minutesPerWorkingDay = (officeHours.to - officeHours.from) * 60;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The moment that lies so many minutes before another when only the given hours of the day count; itself within these hours. */
export function hoursBefore(moment: Date, minutes: number, { from, to, weekends }: Hours): Date {
  let left = minutes * minuteMs;
  let end = moment.getTime();
  for (let day = startOfDay(end); ; day -= dayMs) {
    const opens = day + from * 60 * minuteMs;
    const closes = Math.min(end, day + to * 60 * minuteMs);
    const isOpen = weekends || ![0, 6].includes(new Date(day).getUTCDay());
    if (isOpen && closes > opens) {
      if (left < closes - opens) return new Date(closes - left);
      left -= closes - opens;
    }
    end = day;
  }
}

/** When the office opens, so many days after the day of the given moment. */
export function officeOpening(moment: Date, daysLater = 0): Date {
  return new Date(startOfDay(moment.getTime()) + daysLater * dayMs + officeHours.from * 60 * minuteMs);
}

function startOfDay(time: number): number {
  return Math.floor(time / dayMs) * dayMs;
}
