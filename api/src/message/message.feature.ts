import type { Feature } from '../graphql/feature';
import { Message } from './message';
import { MessageSent } from './message.events';
import { newMessageLoaders } from './message.loaders';
import { MessageResolver, MessagesOfConversationResolver } from './message.resolver';
import { messageReads } from './message.sql';
import { newNoteLoaders } from './note/note.loaders';
import { NoteResolver } from './note/note.resolver';

declare module '../database/tables' {
  interface TenantTables {
    messages: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newMessageLoaders>, ReturnType<typeof newNoteLoaders> {}
}
declare module '../events/event' {
  interface LiveEvents {
    messageSent: Message;
  }
}

export const messageFeature: Feature = {
  entities: [Message],
  tables: ['messages'],
  resolvers: [MessagesOfConversationResolver, MessageResolver, NoteResolver],
  loaders: (manager, options) => ({ ...newMessageLoaders(manager, options), ...newNoteLoaders(manager, options) }),
  reads: messageReads,
  guards: { Message: 'conversations:read' },
  events: { messageSent: { Type: MessageSent, load: ({ id }, { message }) => message.load(id) } },
};
