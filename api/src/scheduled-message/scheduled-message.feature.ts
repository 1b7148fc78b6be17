import type { Feature } from '../graphql/feature';
import { sendDueMessages } from './delivery';
import { ScheduledMessage } from './scheduled-message';
import { newScheduledMessageLoaders } from './scheduled-message.loaders';
import { ScheduledMessageResolver, ScheduledMessagesOfConversationResolver } from './scheduled-message.resolver';
import { scheduledMessageReads } from './scheduled-message.sql';

declare module '../database/tables' {
  interface TenantTables {
    scheduled_messages: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newScheduledMessageLoaders> {}
}

export const scheduledMessageFeature: Feature = {
  entities: [ScheduledMessage],
  tables: ['scheduled_messages'],
  resolvers: [ScheduledMessageResolver, ScheduledMessagesOfConversationResolver],
  loaders: newScheduledMessageLoaders,
  reads: scheduledMessageReads,
  guards: { ScheduledMessage: 'conversations:read' },
  jobs: { sendScheduledMessages: sendDueMessages, sendOverdueMessages: sendDueMessages },
};
