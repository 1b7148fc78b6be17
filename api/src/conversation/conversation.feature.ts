import { Role } from '../access/role';
import type { Feature } from '../graphql/feature';
import { Conversation } from './conversation';
import { ConversationChanged } from './conversation.events';
import { newConversationLoaders } from './conversation.loaders';
import { wakeDueConversations } from './conversation.repository';
import { ConversationResolver, ConversationsOfContactResolver } from './conversation.resolver';
import { conversationReads } from './conversation.sql';
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
declare module '../events/event' {
  interface LiveEvents {
    conversationChanged: Conversation;
  }
}
declare module '../access/permission' {
  interface Permissions {
    'conversations:read': true;
    'conversations:write': true;
  }
}

export const conversationFeature: Feature = {
  entities: [Conversation],
  tables: ['conversations'],
  resolvers: [ConversationResolver, ConversationsOfContactResolver, CreateContactResolver, StartConversationResolver],
  loaders: newConversationLoaders,
  reads: conversationReads,
  events: {
    conversationChanged: { Type: ConversationChanged, load: ({ id }, { conversation }) => conversation.load(id) },
  },
  guards: { Conversation: 'conversations:read' },
  permissions: { 'conversations:read': Role.VIEWER, 'conversations:write': Role.MEMBER },
  jobs: {
    async wakeConversations({ tell, ...scope }) {
      tell(await wakeDueConversations(scope));
      return null;
    },
  },
};
