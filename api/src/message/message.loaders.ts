import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { newMakerLoader } from '../access/actor/actors';
import { loadPages, type PageKey, pageKeyOf } from '../graphql/pagination';
import { isUuid } from '../graphql/text';
import type { Message } from './message';
import { findLastMessages, findLastWords, findMessages, findOpeningWords, listMessages } from './message.repository';

export function newMessageLoaders(manager: EntityManager, { cache }: { cache: boolean }) {
  return {
    /** Null for an id that belongs to nothing here, whatever its form. */
    message: new DataLoader<string, Message | null>(
      async (ids) => {
        const messages = await findMessages(manager, ids.filter(isUuid));
        const byId = new Map(messages.map((message) => [message.id, message]));
        return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
      },
      { cache },
    ),

    /** By message. */
    author: newMakerLoader(manager, 'messages', 'author_id'),

    /** By conversation; null before the first message. */
    lastMessage: new DataLoader<string, Message | null>(
      async (ids) => byConversation(ids, await findLastMessages(manager, ids)),
      { cache },
    ),

    /** By conversation; null before a person has written. */
    lastWords: new DataLoader<string, Message | null>(
      async (ids) => byConversation(ids, await findLastWords(manager, ids)),
      { cache },
    ),

    /** By conversation; null where it has a subject, and before a person has written. */
    openingWords: new DataLoader<string, string | null>(
      async (ids) => {
        const found = new Map((await findOpeningWords(manager, ids)).map((row) => [row.id, row.openingWords]));
        return ids.map((id) => found.get(id) ?? null);
      },
      { cache },
    ),

    messagesOfConversation: new DataLoader<PageKey, Message[], string>(
      (keys) =>
        loadPages(
          keys,
          (conversationIds, page) => listMessages(manager, conversationIds, page),
          ({ conversationId }) => conversationId,
        ),
      { cache, cacheKeyFn: pageKeyOf },
    ),
  };
}

function byConversation(ids: readonly string[], messages: Message[]): (Message | null)[] {
  const found = new Map(messages.map((message) => [message.conversationId, message]));
  return ids.map((id) => found.get(id) ?? null);
}
