import { computed, type Reads } from '../../reads/reads';
import { unreadCount } from './unread.expressions';

export const unreadReads: Reads = {
  rows: {},
  fields: {
    'Conversation.unreadCount': computed((_, { tables, bind }, { askerId }) =>
      unreadCount(tables, `${bind(askerId)}::uuid`),
    ),
  },
};
