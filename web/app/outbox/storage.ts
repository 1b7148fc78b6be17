import type { DBSchema } from 'idb';
import { isOutgoingMessage, type OutgoingMessage } from './outgoing-message';

/** What outlives the page: one account's drafts and outgoing messages in one company. */
export interface OutboxStorage {
  /** In no order. What cannot be read counts as not there. */
  readMessages(): Promise<OutgoingMessage[]>;
  putMessage(message: OutgoingMessage): Promise<unknown>;
  /** Changes one that is still there; one that is not stays away. */
  changeMessage(key: string, change: Partial<OutgoingMessage>): Promise<unknown>;
  removeMessage(key: string): Promise<unknown>;
  /** By conversation. */
  readDrafts(): Promise<Map<string, string>>;
  /** An empty text is no draft. */
  putDraft(conversationId: string, text: string): Promise<unknown>;
  /** Whether it outlives the page indeed. */
  readonly isDurable: boolean;
}

export interface Scope {
  tenantId: string;
  account: string;
}

export const namePrefix = 'atrium:';

export const nameOf = ({ tenantId, account }: Scope): string => `${namePrefix}${tenantId}:${account}`;

interface Schema extends DBSchema {
  messages: { key: string; value: OutgoingMessage };
  drafts: { key: string; value: string };
}

/** A database for each company and account, so that nothing written in one is seen in another. Where the browser has none to give, memory takes its place. */
export async function openStorage(scope: Scope): Promise<OutboxStorage> {
  try {
    return await openDatabase(nameOf(scope));
  } catch {
    // Blocked, full, broken, or its library not to be had: the page works all the same, and asks before it is left.
    return newMemory();
  }
}

async function openDatabase(name: string): Promise<OutboxStorage> {
  const { openDB } = await import('idb');
  const database = await openDB<Schema>(name, 1, {
    upgrade(created) {
      created.createObjectStore('messages', { keyPath: 'key' });
      created.createObjectStore('drafts');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return {
    isDurable: true,
    readMessages: async () => (await database.getAll('messages')).filter(isOutgoingMessage),
    putMessage: (message) => database.put('messages', message),
    async changeMessage(key, change) {
      const transaction = database.transaction('messages', 'readwrite');
      const kept = await transaction.store.get(key);
      if (kept) await transaction.store.put({ ...kept, ...change });
      await transaction.done;
    },
    removeMessage: (key) => database.delete('messages', key),
    async readDrafts() {
      const transaction = database.transaction('drafts');
      const [keys, texts] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      return new Map(keys.map((key, index) => [key, texts[index]] as const).filter(isDraft));
    },
    putDraft: (conversationId, text) =>
      text === '' ? database.delete('drafts', conversationId) : database.put('drafts', text, conversationId),
  };
}

const isDraft = (entry: readonly [unknown, unknown]): entry is [string, string] =>
  entry.every((part) => typeof part === 'string');

function newMemory(): OutboxStorage {
  const messages = new Map<string, OutgoingMessage>();
  const drafts = new Map<string, string>();
  return {
    isDurable: false,
    readMessages: async () => [...messages.values()],
    putMessage: async (message) => messages.set(message.key, message),
    async changeMessage(key, change) {
      const kept = messages.get(key);
      if (kept) messages.set(key, { ...kept, ...change });
    },
    removeMessage: async (key) => messages.delete(key),
    readDrafts: async () => new Map(drafts),
    putDraft: async (conversationId, text) => drafts.set(conversationId, text),
  };
}
