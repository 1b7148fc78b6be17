import type { ContactAlikes_ContactFragment, ContactDetails_ContactFragment } from '../generated/graphql';
import { viewer } from './actor';

/** A contact as the API answers it, with every field a page may ask for. */
export const newContact = (
  more: Partial<Pick<ContactDetails_ContactFragment, 'id' | 'name' | 'metadata' | 'fields' | 'createdBy'>> = {},
) => ({
  __typename: 'Contact' as const,
  id: 'ann',
  name: 'Ann Lee',
  email: 'ann@acme.example' as string | null,
  phone: '+49 30 901820' as string | null,
  company: 'Acme' as string | null,
  position: 'Buyer' as string | null,
  source: 'Website' as string | null,
  metadata: {} as Record<string, unknown>,
  fields: [] as ContactDetails_ContactFragment['fields'],
  duplicates: [] as ContactAlikes_ContactFragment['duplicates'],
  merges: [] as ContactAlikes_ContactFragment['merges'],
  labels: [] as ContactDetails_ContactFragment['labels'],
  lastActivityAt: '2026-11-20T09:00:00.000Z',
  createdAt: '2026-11-01T09:00:00.000Z',
  createdBy: viewer as ContactDetails_ContactFragment['createdBy'],
  updatedAt: '2026-11-01T09:00:00.000Z',
  ...more,
});

/** As a row of the list. */
export const newContactRow = (
  id: string,
  name: string,
  statuses: ('ACTIVE' | 'SNOOZED' | 'CLOSED')[] = ['ACTIVE'],
) => ({
  ...newContact({ id, name }),
  recentConversations: {
    __typename: 'ConversationConnection' as const,
    nodes: statuses.map((status, index) => ({ __typename: 'Conversation' as const, id: `${id}-${index}`, status })),
  },
});
