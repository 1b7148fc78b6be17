import { columnFields, list, one, type Reads } from '../reads/reads';
import { ScheduledMessage } from './scheduled-message';
import { scheduledIn } from './scheduled-message.repository';

export const scheduledMessageReads: Reads = {
  rows: { ScheduledMessage: { alias: 'sm', from: ({ scheduled_messages }) => scheduled_messages } },
  fields: {
    ...columnFields(ScheduledMessage, 'sm'),
    'ScheduledMessage.author': one('Actor', () => 'a.id = sm.author_id'),
    'Conversation.scheduledMessages': list('ScheduledMessage', 'sm', (_, { tables }) =>
      scheduledIn(tables, 'v.id', 'sm.*'),
    ),
  },
};
