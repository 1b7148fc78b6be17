import { type ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { uuidFrom } from '../graphql/text';
import { columnFields, isLongCount, isoText, one, page, type Reads } from '../reads/reads';
import { Conversation } from './conversation';
import { type ConversationsArgs, readConversationsArgs } from './conversation.args';
import { ConversationOrderField } from './conversation.inputs';
import { conditionsOfList, conversationCount, conversationPage, conversationPageOfContact } from './conversation.list';

const key = isoText('v."sortKey"');

export const conversationReads: Reads = {
  rows: { Conversation: { alias: 'v', from: ({ conversations }) => conversations } },
  fields: {
    ...columnFields(Conversation, 'v'),
    'Conversation.createdBy': one('Actor', () => 'a.id = v.created_by'),
    'Conversation.contact': one('Contact', () => 'c.id = v.contact_id'),
    'Query.conversation': one('Conversation', ({ id }, { bind }) => `v.id = ${bind(uuidFrom(String(id)))}::uuid`),
    'Query.conversations': page('Conversation', (args, sql, asked) => {
      const { query, page } = readConversationsArgs(args as unknown as ConversationsArgs);
      return {
        page,
        isLong: query.filter.search !== null,
        text: conversationPage(sql, query, page, 'v.*', asked),
        key: query.order.field === ConversationOrderField.PRIORITY ? `v."sortKey"::text` : key,
        count: (atMost) => ({
          text: `(${conversationCount(sql, conditionsOfList(query, sql, asked), atMost)})`,
          isLong: isLongCount(atMost, query.filter),
        }),
      };
    }),
    'Contact.conversations': page('Conversation', (args, sql) => {
      const page = readPageArgs(args as unknown as ForwardPageArgs, keyForms.time);
      return {
        page,
        text: conversationPageOfContact(sql, 'c.id', page, 'v.*'),
        key,
        count: (atMost) => ({
          text: `(${conversationCount(sql, ['v.contact_id = c.id'], atMost)})`,
          isLong: isLongCount(atMost),
        }),
      };
    }),
  },
};
