import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { newMakerLoader } from '../access/actor/actors';
import { loadPages, type PageKey, pageKeyOf } from '../graphql/pagination';
import { isUuid } from '../graphql/text';
import type { Conversation } from './conversation';
import { listConversationsOfContacts, type SortedConversation } from './conversation.list';
import { findConversations } from './conversation.repository';

export function newConversationLoaders(manager: EntityManager, { cache }: { cache: boolean }) {
  return {
    /** Null for an id that belongs to nothing here, whatever its form. */
    conversation: new DataLoader<string, Conversation | null>(
      async (ids) => {
        const conversations = await findConversations(manager, ids.filter(isUuid));
        const byId = new Map(conversations.map((conversation) => [conversation.id, conversation]));
        return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
      },
      { cache },
    ),

    /** By conversation. */
    startedBy: newMakerLoader(manager, 'conversations', 'created_by'),

    conversationsOfContact: new DataLoader<PageKey, SortedConversation[], string>(
      (keys) =>
        loadPages(
          keys,
          (contactIds, page) => listConversationsOfContacts(manager, contactIds, page),
          ({ contactId }) => contactId,
        ),
      { cache, cacheKeyFn: pageKeyOf },
    ),
  };
}
