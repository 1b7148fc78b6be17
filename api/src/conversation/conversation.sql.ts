import { hasActors } from '../access/actor/actors';
import { type ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { uuidFrom } from '../graphql/text';
import { columnFields, isoText, one, page, type Reads } from '../reads/reads';
import { Conversation } from './conversation';
import { type ConversationsArgs, readConversationsArgs } from './conversation.args';
import { conditionsOf, conversationCount, conversationPage, conversationPageOfContact } from './conversation.list';

const key = isoText('v."sortKey"');

/** So many are soon counted, where no condition has to be looked for. */
const fewRows = 1_000;

export const conversationReads: Reads = {
  rows: { Conversation: { alias: 'v', from: ({ conversations }) => conversations } },
  fields: {
    ...columnFields(Conversation, 'v'),
    'Conversation.createdBy': one('Actor', () => 'a.id = v.created_by', hasActors),
    'Conversation.contact': one('Contact', () => 'c.id = v.contact_id'),
    'Query.conversation': one('Conversation', ({ id }, { bind }) => `v.id = ${bind(uuidFrom(String(id)))}::uuid`),
    'Query.conversations': page('Conversation', (args, sql) => {
      const { query, page } = readConversationsArgs(args as unknown as ConversationsArgs);
      return {
        page,
        text: conversationPage(sql, query, page, 'v.*'),
        key,
        count: (atMost) => ({
          text: `(${conversationCount(sql, conditionsOf(query.filter, sql.bind), atMost)})`,
          isLong: atMost === null || atMost > fewRows || Object.values(query.filter).some((value) => value !== null),
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
          isLong: atMost === null || atMost > fewRows,
        }),
      };
    }),
  },
};
