import type { Priority } from '../priority';

/** What a conversation is to those who work on it. */
export interface Desk {
  assigneeId: string | null;
  priority: Priority;
  waitingSince: string | null;
}
