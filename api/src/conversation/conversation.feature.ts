import { WriteFewerIndexEntriesAndSetUpTheDesk1764900000000 } from '../../../migrations/tenant/1764900000000-write-fewer-index-entries-and-set-up-the-desk';
import { Role } from '../access/role';
import type { Feature } from '../graphql/feature';
import { mergeReads } from '../reads/reads';
import { ChangeConversationsResolver } from './bulk/change.resolver';
import { Conversation } from './conversation';
import { ConversationChanged } from './conversation.events';
import { newConversationLoaders } from './conversation.loaders';
import { wakeDueConversations } from './conversation.repository';
import { ConversationResolver, ConversationsOfContactResolver } from './conversation.resolver';
import { conversationReads } from './conversation.sql';
import { CreateContactResolver } from './create-contact.resolver';
import { newDeskLoaders } from './desk/desk.loaders';
import { DeskResolver } from './desk/desk.resolver';
import { deskReads } from './desk/desk.sql';
import { DeskFieldsResolver } from './desk/desk-fields.resolver';
import { newDraftLoaders } from './draft/draft.loaders';
import { DraftResolver } from './draft/draft.resolver';
import { draftReads } from './draft/draft.sql';
import { RulesResolver } from './rules/rules.resolver';
import { rulesReads } from './rules/rules.sql';
import { StartConversationResolver } from './start-conversation.resolver';
import { newUnreadLoaders } from './unread/unread.loaders';
import { UnreadResolver } from './unread/unread.resolver';
import { unreadReads } from './unread/unread.sql';

declare module '../database/tables' {
  interface TenantTables {
    conversations: string;
    conversation_reads: string;
    conversation_drafts: string;
    conversation_subjects: string;
    desk_rules: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders
    extends ReturnType<typeof newConversationLoaders>,
      ReturnType<typeof newDeskLoaders>,
      ReturnType<typeof newUnreadLoaders>,
      ReturnType<typeof newDraftLoaders> {}
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
  tables: ['conversations', 'conversation_reads', 'conversation_drafts', 'conversation_subjects', 'desk_rules'],
  migrations: [WriteFewerIndexEntriesAndSetUpTheDesk1764900000000],
  resolvers: [
    ConversationResolver,
    DeskFieldsResolver,
    ConversationsOfContactResolver,
    CreateContactResolver,
    StartConversationResolver,
    DeskResolver,
    ChangeConversationsResolver,
    UnreadResolver,
    DraftResolver,
    RulesResolver,
  ],
  loaders: (manager, options) => ({
    ...newConversationLoaders(manager, options),
    ...newDeskLoaders(manager, options),
    ...newUnreadLoaders(manager, options),
    ...newDraftLoaders(manager, options),
  }),
  reads: mergeReads([conversationReads, deskReads, unreadReads, draftReads, rulesReads]),
  events: {
    conversationChanged: { Type: ConversationChanged, load: ({ id }, { conversation }) => conversation.load(id) },
  },
  guards: { Conversation: 'conversations:read', DeskRules: 'conversations:read' },
  permissions: { 'conversations:read': Role.VIEWER, 'conversations:write': Role.MEMBER },
  jobs: {
    async wakeConversations({ tell, ...scope }) {
      tell(await wakeDueConversations(scope));
      return null;
    },
  },
};
