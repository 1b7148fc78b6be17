import { type ApolloCache, isReference, type Reference } from '@apollo/client';

interface CachedConnection {
  nodes?: readonly Reference[];
}

/** Puts a message that is in the cache already into its thread; one that is there stays as it is. Without a loaded thread nothing happens. */
export const addToThread = (cache: ApolloCache, conversationId: string, messageId: string): void =>
  addNode(
    cache,
    { __typename: 'Conversation', id: conversationId },
    'messages',
    { __typename: 'Message', id: messageId },
    'end',
  );

/** Puts a conversation that is in the cache already into its contact's list. */
export const addToContact = (cache: ApolloCache, contactId: string, conversationId: string): void =>
  addNode(
    cache,
    { __typename: 'Contact', id: contactId },
    'conversations',
    { __typename: 'Conversation', id: conversationId },
    'start',
  );

interface Identified {
  __typename: string;
  id: string;
}

function addNode(cache: ApolloCache, owner: Identified, field: string, node: Identified, at: 'start' | 'end'): void {
  const id = cache.identify({ ...owner });
  const ref = cache.identify({ ...node });
  if (!id || !ref) return;
  cache.modify<Record<string, CachedConnection>>({
    id,
    fields: {
      [field]: (existing) => {
        if (isReference(existing)) return existing;
        const nodes = existing.nodes ?? [];
        if (nodes.some(({ __ref }) => __ref === ref)) return existing;
        const added: Reference = { __ref: ref };
        return { ...existing, nodes: at === 'end' ? [...nodes, added] : [added, ...nodes] };
      },
    },
  });
}
