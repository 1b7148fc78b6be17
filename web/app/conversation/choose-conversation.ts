import type { ConversationStatus } from '../generated/graphql';

interface Sortable {
  id: string;
  status: ConversationStatus;
  createdAt: string;
  lastMessageAt: string | null;
}

export const lastActivityOf = ({ lastMessageAt, createdAt }: Pick<Sortable, 'lastMessageAt' | 'createdAt'>): string =>
  lastMessageAt ?? createdAt;

/** The one with the latest message first, as a live message brings it to the top. ISO texts of one zone compare as text. */
export const newestFirst = <T extends Sortable>(conversations: readonly T[]): T[] =>
  [...conversations].sort((a, b) => lastActivityOf(b).localeCompare(lastActivityOf(a)) || b.id.localeCompare(a.id));

/** What opens when the address names no conversation: the newest active one, else the newest; null where there is none. */
export function defaultConversation(conversations: readonly Sortable[]): string | null {
  const sorted = newestFirst(conversations);
  return (sorted.find(({ status }) => status === 'ACTIVE') ?? sorted[0])?.id ?? null;
}
