import type { Priority } from '../priority';

/** What a conversation is to those who work on it: apart from its own row, since a tenant whose upgrade is still to come has none of it. */
export interface Desk {
  assigneeId: string | null;
  priority: Priority;
  waitingSince: string | null;
}
