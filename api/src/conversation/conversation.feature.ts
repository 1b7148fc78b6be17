import type { Feature } from '../graphql/feature';
import { Conversation } from './conversation';
import { newConversationLoaders } from './conversation.loaders';
import { wakeDueConversations } from './conversation.repository';
import { ConversationResolver, ConversationsOfContactResolver } from './conversation.resolver';
import { CreateContactResolver } from './create-contact.resolver';
import { StartConversationResolver } from './start-conversation.resolver';

declare module '../database/tables' {
  interface TenantTables {
    conversations: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newConversationLoaders> {}
}
declare module '../live/events' {
  interface LiveEvents {
    conversationChanged: object;
  }
}
declare module '../access/permission' {
  interface Permissions {
    'conversations:write': true;
  }
}

export const conversationFeature: Feature = {
  entities: [Conversation],
  tables: ['conversations'],
  resolvers: [ConversationResolver, ConversationsOfContactResolver, CreateContactResolver, StartConversationResolver],
  loaders: newConversationLoaders,
  events: ['conversationChanged'],
  permissions: ['conversations:write'],
  jobs: {
    async wakeConversations({ manager, publish, now }) {
      publish(await wakeDueConversations(manager, now));
      return null;
    },
  },
};
