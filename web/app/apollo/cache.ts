import type { InMemoryCache } from '@apollo/client';
import { connectionPolicy } from './connection-policy';
import { newCacheReadOnce } from './read-once';

/** A cache for the data of one tenant; two tenants never share one. */
export const createCache = (): InMemoryCache =>
  newCacheReadOnce({
    typePolicies: {
      Query: {
        fields: {
          tenants: connectionPolicy(['search']),
          fleetTenants: connectionPolicy(['search', 'status', 'sort']),
          fleetTasks: connectionPolicy(),
          closedTenants: { merge: false },
          inboxCounts: { merge: true },
          contacts: connectionPolicy(['search', 'filter', 'orderBy'], 'ROOT_QUERY'),
          conversations: connectionPolicy(['filter', 'orderBy'], 'ROOT_QUERY'),
          deletedContacts: connectionPolicy(),
          duplicates: connectionPolicy(),
          notifications: connectionPolicy(['isUnread']),
          erasures: connectionPolicy(),
          tasks: connectionPolicy(),
          archives: { merge: false },
          rewindContacts: connectionPolicy(['rewindId']),
          contact: { read: (existing, { args, toReference }) => existing ?? byId('Contact', args, toReference) },
          conversation: {
            read: (existing, { args, toReference }) => existing ?? byId('Conversation', args, toReference),
          },
        },
      },
      Tenant: {
        fields: {
          stats: { merge: true },
          schema: { merge: true },
          members: connectionPolicy(),
          auditLog: connectionPolicy(['filter']),
          invitations: { merge: false },
          apiKeys: { merge: false },
        },
      },
      TenantSchema: { fields: { drift: { merge: false } } },
      Viewer: { fields: { sessions: { merge: false } } },
      Contact: {
        fields: {
          conversations: connectionPolicy(['first']),
          timeline: connectionPolicy(),
          metadata: { merge: false },
        },
      },
      Conversation: { fields: { messages: connectionPolicy(), scheduledMessages: { merge: false } } },
      SavedView: { fields: { filter: { merge: false }, orderBy: { merge: false } } },
      ContactView: { fields: { filter: { merge: false }, orderBy: { merge: false } } },
      // One of a kind.
      DeskRules: { keyFields: [] },
      NotificationSettings: { keyFields: [] },
    },
  });

/** Lets a detail page open at once with what a list has already loaded. */
function byId<T>(
  typename: string,
  args: Record<string, unknown> | null,
  toReference: (object: { __typename: string; id: string }) => T,
) {
  const id = args?.['id'];
  return typeof id === 'string' ? toReference({ __typename: typename, id }) : undefined;
}
