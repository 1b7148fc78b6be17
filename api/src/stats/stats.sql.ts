import { computed, kept, list, type Reads } from '../reads/reads';
import {
  contactCount,
  conversationCounts,
  countPerDay,
  type Daily,
  medianFirstReply,
  requireDays,
} from './tenant-stats.repository';

const perDay = (what: Daily) =>
  list('DayCount', 'd', ({ days }, sql) => countPerDay(sql, what, requireDays(Number(days))));

export const statsReads: Reads = {
  rows: {
    TenantStats: { alias: 's', from: ({ conversations }) => `(${conversationCounts(conversations)})` },
  },
  fields: {
    'Tenant.stats': kept('TenantStats'),
    'TenantStats.contactCount': computed((_, { tables }) => `(${contactCount(tables.contacts)})`, true),
    'TenantStats.conversationCount': computed(() => 's.conversations', true),
    'TenantStats.activeConversationCount': computed(() => 's.active', true),
    'TenantStats.messageCount': computed(() => 's.messages', true),
    'TenantStats.messagesPerDay': perDay('messages'),
    'TenantStats.conversationsOpenedPerDay': perDay('opened'),
    'TenantStats.conversationsClosedPerDay': perDay('closed'),
    'TenantStats.medianFirstReplySeconds': computed(
      ({ days }, sql, { tenant }) => `(${medianFirstReply(sql, requireDays(Number(days)), tenant)})`,
      true,
    ),
    'DayCount.date': 'd.date',
    'DayCount.count': 'd.count',
  },
};
