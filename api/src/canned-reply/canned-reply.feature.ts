import type { Feature } from '../graphql/feature';
import { columnFields, list } from '../reads/reads';
import { CannedReply } from './canned-reply';
import { replyList } from './canned-reply.repository';
import { CannedReplyResolver } from './canned-reply.resolver';

declare module '../database/tables' {
  interface TenantTables {
    canned_replies: string;
  }
}

export const cannedReplyFeature: Feature = {
  entities: [CannedReply],
  tables: ['canned_replies'],
  resolvers: [CannedReplyResolver],
  reads: {
    rows: { CannedReply: { alias: 'r', from: ({ canned_replies }) => canned_replies } },
    fields: {
      ...columnFields(CannedReply, 'r'),
      'Query.cannedReplies': list('CannedReply', 'r', (_, { tables }) => replyList(tables, 'r.*')),
    },
  },
  guards: { CannedReply: 'conversations:read' },
};
