import { ConversationStatus } from '../contact/conversation-status';
import {
  type ConversationFilter,
  type ConversationOrder,
  ConversationOrderField,
} from '../conversation/conversation.inputs';
import { Priority } from '../conversation/priority';
import { nameIn } from '../graphql/enum-name';
import { OrderDirection } from '../graphql/order-direction';
import { SavedView, type SaveViewInput } from './saved-view';
import { Views } from './views';

/** Of `saved_views w`. */
export const savedViews = new Views({
  Entity: SavedView,
  table: 'saved_views',
  alias: 'w',
  event: 'savedViewsChanged',
});

export const keptOf = ({ name, isShared, filter, orderBy }: SaveViewInput): Record<string, unknown> => ({
  name: name.trim(),
  is_shared: isShared,
  filter: JSON.stringify(asGiven(filter)),
  order_by: orderBy ? JSON.stringify(orderAsGiven(orderBy)) : null,
});

/** With the names that the schema has for what the program calls otherwise, so that it can be sent again. */
const asGiven = ({ status, priority, ...filter }: ConversationFilter): object => ({
  ...filter,
  ...(status && { status: status.map((value) => nameIn(ConversationStatus, value)) }),
  ...(priority && { priority: priority.map((value) => Priority[value]) }),
});

const orderAsGiven = ({ field, direction }: ConversationOrder): object => ({
  field: nameIn(ConversationOrderField, field),
  direction: nameIn(OrderDirection, direction),
});
