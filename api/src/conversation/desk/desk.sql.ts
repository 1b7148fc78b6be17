import { labelOrder } from '../../label/label.repository';
import { computed, list, one, type Reads } from '../../reads/reads';
import { waitingSince } from './desk.repository';

export const deskReads: Reads = {
  rows: {},
  fields: {
    // Always a person: its fields are those that any actor has.
    'Conversation.assignee': one('Actor', () => 'a.id = v.assignee_id'),
    'Conversation.priority': computed(() => 'v.priority'),
    'Conversation.isWaiting': computed(() => `(${waitingSince}) is not null`),
    'Conversation.waitingSince': computed(() => waitingSince),
    'Conversation.labels': list(
      'Label',
      'l',
      (_, { tables: { labels, conversation_labels } }) =>
        `select l.* from ${conversation_labels} cl join ${labels} l on l.id = cl.label_id
         where cl.conversation_id = v.id order by ${labelOrder}`,
    ),
  },
};
