import type { Feature } from '../graphql/feature';
import { Message } from './message';
import { newMessageLoaders } from './message.loaders';
import { MessageResolver, MessagesOfConversationResolver } from './message.resolver';

declare module '../database/tables' {
  interface TenantTables {
    messages: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newMessageLoaders> {}
}
declare module '../live/events' {
  interface LiveEvents {
    messageSent: { conversationId: string };
  }
}

export const messageFeature: Feature = {
  entities: [Message],
  tables: ['messages'],
  resolvers: [MessagesOfConversationResolver, MessageResolver],
  loaders: newMessageLoaders,
  events: ['messageSent'],
};
