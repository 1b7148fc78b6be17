/** What changed, in ids alone: every reader fetches the row for itself, under its own tenant's role. */
export type LiveEvent =
  | { type: 'messageSent'; id: string; conversationId: string }
  | { type: 'conversationChanged'; id: string }
  | { type: 'contactChanged'; id: string }
  | { type: 'contactDeleted'; id: string };

export type LiveEventOf<T extends LiveEvent['type']> = Extract<LiveEvent, { type: T }>;
