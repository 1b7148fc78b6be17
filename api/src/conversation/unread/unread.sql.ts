import { hasDesk } from '../../database/desk';
import { computed, needing, type Reads } from '../../reads/reads';
import { unreadCount } from './unread.expressions';

export const unreadReads: Reads = {
  rows: {},
  fields: needing(hasDesk, {
    'Conversation.unreadCount': computed((_, { tables, bind }, { askerId }) =>
      unreadCount(tables, `${bind(askerId)}::uuid`),
    ),
  }),
};
