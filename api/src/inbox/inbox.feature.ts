import type { Feature } from '../graphql/feature';
import { inboxReads } from './inbox.sql';
import { InboxCountsResolver } from './inbox-counts.resolver';

/** What is read over conversations, labels and what members have seen: above all nouns. */
export const inboxFeature: Feature = {
  resolvers: [InboxCountsResolver],
  reads: inboxReads,
  guards: { InboxCounts: 'conversations:read' },
};
