import { type UserError, UserErrorCode } from '../graphql/user-error';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const longestMs = 366 * 24 * hourMs;

/**
 * When a job has to look for what is due then: in full seconds within the next hour, and at the full hour before it else, when the job asks
 * again. So a tenant has a bounded number of jobs, however often its members change their minds.
 * Never at once: the write that asks for it is committed by then.
 */
export function lookedForAt(sendAt: Date, now: Date): Date {
  const at = Math.max(sendAt.getTime(), now.getTime() + secondMs);
  const isFar = at - now.getTime() > hourMs;
  return new Date(isFar ? Math.floor(at / hourMs) * hourMs : Math.ceil(at / secondMs) * secondMs);
}

/** The jobs of what is due then. The second finds what the first missed because a write took longer than anybody would think. */
export function jobsFor(sendAt: Date, now = new Date()): Record<string, Date> {
  const first = lookedForAt(sendAt, now);
  const again = Math.ceil((first.getTime() + minuteMs) / (5 * minuteMs)) * 5 * minuteMs;
  return { sendScheduledMessages: first, sendOverdueMessages: new Date(again) };
}

export function checkSendAt(sendAt: Date | null | undefined): UserError[] {
  const inMs = sendAt ? sendAt.getTime() - Date.now() : 0;
  if (inMs >= 0 && inMs <= longestMs) return [];
  return [{ code: UserErrorCode.INVALID, field: ['sendAt'], message: 'Send at must be from now on, within a year.' }];
}
