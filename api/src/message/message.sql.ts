import { columnFields, computed, list, one, page, type Reads } from '../reads/reads';
import { Message } from './message';
import { type MessagesArgs, readMessagesArgs } from './message.args';
import { messagePage, openingWords } from './message.repository';

export const messageReads: Reads = {
  rows: { Message: { alias: 'm', from: ({ messages }) => messages } },
  fields: {
    ...columnFields(Message, 'm'),
    'Message.author': one('Actor', () => 'a.id = m.author_id'),
    'Message.conversation': one('Conversation', () => 'v.id = m.conversation_id'),
    'Conversation.lastMessage': one('Message', ({ includeSystem }) => {
      const conditions = ['m.conversation_id = v.id', 'not m.is_note'];
      if (!includeSystem) conditions.push(`m.sender_type <> 'system'`);
      return `${conditions.join(' and ')} order by m.number desc limit 1`;
    }),
    'Message.isNote': computed(() => 'm.is_note'),
    'Message.mentions': list(
      'Actor',
      'a',
      (_, { tables }) =>
        `select a.* from unnest(m.mentioned_ids) with ordinality as mentioned(id, nth)
           join ${tables.actors} a on a.id = mentioned.id order by mentioned.nth`,
    ),
    'Conversation.openingWords': computed((_, { tables }) => openingWords(tables)),
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
