export interface SnoozePreset {
  label: string;
  until: Date;
}

const laterHours = 3;
const morningHour = 8;
/** Later than this, "later today" would be tomorrow. */
const lastHourOfDay = 20;

/** Moments to snooze until, in the zone of the computer that shows them, the nearest first. Those that are the same moment appear once. */
export function snoozePresets(now: Date): SnoozePreset[] {
  const later = new Date(now);
  later.setHours(now.getHours() + laterHours, 0, 0, 0);
  const isToday = later.getDate() === now.getDate() && later.getHours() <= lastHourOfDay;
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  const presets = [
    ...(isToday ? [{ label: 'Later today', until: later }] : []),
    { label: 'Tomorrow morning', until: morningIn(now, 1) },
    { label: 'Next Monday', until: morningIn(now, daysToMonday) },
    { label: 'In 3 days', until: morningIn(now, 3) },
  ];
  return presets
    .filter(({ until }, index) => presets.findIndex((other) => other.until.getTime() === until.getTime()) === index)
    .sort((a, b) => a.until.getTime() - b.until.getTime());
}

function morningIn(now: Date, days: number): Date {
  const morning = new Date(now);
  morning.setDate(now.getDate() + days);
  morning.setHours(morningHour, 0, 0, 0);
  return morning;
}

/** What `<input type="datetime-local">` shows: the local time without its zone, to the minute. */
export function toLocalInput(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that a `datetime-local` value means here; null where it is none. */
export function fromLocalInput(text: string): Date | null {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? null : date;
}
