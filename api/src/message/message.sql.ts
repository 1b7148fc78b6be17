import { hasActors } from '../access/actor/actors';
import { columnFields, one, page, type Reads } from '../reads/reads';
import { Message } from './message';
import { type MessagesArgs, readMessagesArgs } from './message.args';
import { messagePage } from './message.repository';

export const messageReads: Reads = {
  rows: { Message: { alias: 'm', from: ({ messages }) => messages } },
  fields: {
    ...columnFields(Message, 'm'),
    'Message.author': one('Actor', () => 'a.id = m.author_id', hasActors),
    'Message.conversation': one('Conversation', () => 'v.id = m.conversation_id'),
    'Conversation.lastMessage': one('Message', ({ includeSystem }) =>
      includeSystem
        ? 'm.conversation_id = v.id and m.number = v.message_count'
        : "m.conversation_id = v.id and m.sender_type <> 'system' order by m.number desc limit 1",
    ),
    'Conversation.messages': page('Message', (args, sql) => {
      const page = readMessagesArgs(args as MessagesArgs);
      return {
        page,
        text: messagePage(sql, 'v.id', page, 'm.*'),
        key: 'm.number::text',
        count: (atMost) => ({ text: `least(v.message_count, ${sql.bind(atMost)}::int)`, isLong: false }),
      };
    }),
  },
};
