import { type ContactFilter, type ContactOrder, ContactOrderField } from '../contact/contact.inputs';
import { ConversationStatus } from '../contact/conversation-status';
import { FieldOperator } from '../custom-field/field-condition';
import { nameIn } from '../graphql/enum-name';
import { OrderDirection } from '../graphql/order-direction';
import { textOrNull } from '../graphql/text';
import { Views } from '../saved-view/views';
import { ContactView, type SaveContactViewInput } from './contact-view';

/** Of `contact_views cw`. */
export const contactViews = new Views({
  Entity: ContactView,
  table: 'contact_views',
  alias: 'cw',
  event: 'contactViewsChanged',
});

export const keptOf = (input: SaveContactViewInput): Record<string, unknown> => ({
  name: input.name.trim(),
  is_shared: input.isShared,
  search: textOrNull(input.search),
  filter: JSON.stringify(asGiven(input.filter)),
  order_by: input.orderBy ? JSON.stringify(orderAsGiven(input.orderBy)) : null,
  columns: input.columns ?? null,
});

/** With the names that the schema has for what the program calls otherwise, so that it can be sent again. */
const asGiven = ({ conversationStatus, fields, ...filter }: ContactFilter): object => ({
  ...filter,
  ...(conversationStatus && {
    conversationStatus: conversationStatus.map((value) => nameIn(ConversationStatus, value)),
  }),
  ...(fields && {
    fields: fields.map((condition) => ({ ...condition, operator: nameIn(FieldOperator, condition.operator) })),
  }),
});

const orderAsGiven = ({ field, direction }: ContactOrder): object => ({
  field: nameIn(ContactOrderField, field),
  direction: nameIn(OrderDirection, direction),
});
