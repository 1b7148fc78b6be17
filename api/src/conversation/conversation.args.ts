import { ArgsType, Field } from 'type-graphql';
import { readSearch } from '../contact/contact.args';
import { OrderDirection } from '../graphql/order-direction';
import { ForwardPageArgs, keyForms, type PageRequest, readPageArgs } from '../graphql/pagination';
import { ConversationFilter, ConversationOrder, ConversationOrderField } from './conversation.inputs';
import type { ConversationQuery } from './conversation.list';

export const defaultOrder: ConversationOrder = {
  field: ConversationOrderField.LAST_MESSAGE_AT,
  direction: OrderDirection.DESC,
};

@ArgsType()
export class ConversationsArgs extends ForwardPageArgs {
  @Field(() => ConversationFilter, { nullable: true, description: 'Which conversations.' })
  filter?: ConversationFilter | null;

  @Field(() => ConversationOrder, { nullable: true, description: 'Last message first when nothing is said.' })
  orderBy?: ConversationOrder | null;
}

/** Errors: `BAD_USER_INPUT` naming the argument. */
export function readConversationsArgs({ filter, orderBy, ...args }: ConversationsArgs): {
  query: ConversationQuery;
  page: PageRequest;
} {
  const order = orderBy ?? defaultOrder;
  const isByNumber = order.field === ConversationOrderField.PRIORITY;
  const page = readPageArgs(args, isByNumber ? keyForms.number : keyForms.time);
  const search = readSearch(filter?.search, 'filter.search');
  return { query: { filter: { ...filter, search }, order }, page };
}
