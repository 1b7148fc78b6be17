import { ConversationStatus } from '../contact/conversation-status';
import { type UserError, UserErrorCode } from '../graphql/user-error';
import type { StatusChange } from './conversation.repository';

export const close: StatusChange = {
  status: ConversationStatus.CLOSED,
  snoozedUntil: null,
  line: 'Conversation closed',
};

export const reopen: StatusChange = {
  status: ConversationStatus.ACTIVE,
  snoozedUntil: null,
  line: 'Conversation reopened',
};

/** `until`: null until the contact writes. */
export function snooze(until: Date | null): StatusChange {
  const end = until ? `${until.toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'the contact writes';
  return { status: ConversationStatus.SNOOZED, snoozedUntil: until, line: `Snoozed until ${end}` };
}

const longestSnoozeMs = 5 * 366 * 24 * 60 * 60 * 1_000;

export function checkUntil(until: Date | null): UserError[] {
  const inMs = until ? until.getTime() - Date.now() : 1;
  if (inMs > 0 && inMs <= longestSnoozeMs) return [];
  const message = 'Until must be a moment in the future, within five years.';
  return [{ code: UserErrorCode.INVALID, field: ['until'], message }];
}
