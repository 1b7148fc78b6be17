import type { EntityManager } from 'typeorm';
import { newContactLoaders } from './contact/contact.loaders';
import { newConversationLoaders } from './conversation/conversation.loaders';
import { newMessageLoaders } from './message/message.loaders';

/**
 * The loaders of one request. Reached only through the request's context, so that no cache is ever shared by two tenants.
 * `cache: false` is for subscriptions, whose context lives long: they batch, but never answer yesterday's row.
 */
export function newLoaders(manager: EntityManager, { cache }: { cache: boolean } = { cache: true }) {
  return {
    ...newContactLoaders(manager, { cache }),
    ...newConversationLoaders(manager, { cache }),
    ...newMessageLoaders(manager, { cache }),
  };
}

export type Loaders = ReturnType<typeof newLoaders>;

/** After a write: an operation with two mutations must not answer the second with what the first one read. */
export function forgetRows(loaders: Loaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}
