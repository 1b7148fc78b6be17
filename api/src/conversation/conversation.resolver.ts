import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { Contact } from '../contact/contact';
import { ConversationStatus } from '../contact/conversation-status';
import type { RequestContext } from '../context';
import { rowsOf } from '../live/rows';
import { OrderDirection } from '../order-direction';
import { Connection, connectionTypes, keyForms, readPageArgs } from '../pagination';
import { isUuid, uuidFrom } from '../validation/text';
import { notFound, UserErrorCode } from '../validation/user-error';
import { Conversation } from './conversation';
import {
  CloseConversationInput,
  ConversationFilter,
  ConversationOrder,
  ConversationOrderField,
  ReopenConversationInput,
  SnoozeConversationInput,
} from './conversation.inputs';
import { countConversations, listConversations, positionOfConversation } from './conversation.list';
import {
  CloseConversationPayload,
  type ConversationPayload,
  ReopenConversationPayload,
  SnoozeConversationPayload,
} from './conversation.payloads';
import { changeStatus, type StatusChange } from './conversation.repository';

const ConversationConnection = connectionTypes(Conversation, 'conversations');

const defaultOrder: ConversationOrder = {
  field: ConversationOrderField.LAST_MESSAGE_AT,
  direction: OrderDirection.DESC,
};

const longestSnoozeMs = 5 * 366 * 24 * 60 * 60 * 1_000;

@ArgsType()
class ConversationPageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'Page size: 0 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind it.' })
  after?: string | null;
}

@ArgsType()
class ConversationsArgs extends ConversationPageArgs {
  @Field(() => ConversationFilter, { nullable: true, description: 'Which conversations.' })
  filter?: ConversationFilter | null;

  @Field(() => ConversationOrder, { nullable: true, description: 'Last message first when nothing is said.' })
  orderBy?: ConversationOrder | null;
}

@Resolver(() => Conversation)
export class ConversationResolver {
  @Query(() => ConversationConnection, { description: 'The conversations of the tenant, a page at a time: its inbox.' })
  async conversations(
    @Args(() => ConversationsArgs) { filter, orderBy, ...args }: ConversationsArgs,
    @Ctx() { manager }: RequestContext,
  ): Promise<Connection<Conversation>> {
    const query = { filter: filter ?? {}, order: orderBy ?? defaultOrder };
    const page = readPageArgs(args, keyForms.time);
    const rows = await listConversations(manager, query, page);
    return new Connection(rows, page, positionOfConversation, (atMost) => countConversations(manager, query, atMost));
  }

  @Query(() => Conversation, {
    nullable: true,
    description: 'One conversation; null for an id that is not one of this tenant.',
  })
  conversation(
    @Arg('id', () => ID, { description: 'Of a conversation.' }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Conversation | null> {
    return loaders.conversation.load(id);
  }

  @FieldResolver(() => Contact, { description: 'Whom it is with.' })
  contact(@Root() { contactId }: Conversation, @Ctx() { loaders }: RequestContext): Promise<Contact | null> {
    return loaders.contact.load(contactId);
  }

  @Mutation(() => CloseConversationPayload, {
    description: 'Marks a conversation as settled and says so in the thread. Closing a closed one changes nothing.',
  })
  closeConversation(
    @Arg('input', () => CloseConversationInput, { description: 'Which conversation.' }) { id }: CloseConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return change(ctx, id, { status: ConversationStatus.CLOSED, snoozedUntil: null, line: 'Conversation closed' });
  }

  @Mutation(() => ReopenConversationPayload, {
    description: 'Makes a closed or snoozed conversation active and says so in the thread.',
  })
  reopenConversation(
    @Arg('input', () => ReopenConversationInput, { description: 'Which conversation.' }) {
      id,
    }: ReopenConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return change(ctx, id, { status: ConversationStatus.ACTIVE, snoozedUntil: null, line: 'Conversation reopened' });
  }

  @Mutation(() => SnoozeConversationPayload, {
    description:
      'Puts a conversation out of sight until a moment, or until the contact writes. Also for closed and already snoozed ones.',
  })
  async snoozeConversation(
    @Arg('input', () => SnoozeConversationInput, { description: 'Which conversation, and until when.' })
    { id, until }: SnoozeConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    const inMs = until.getTime() - Date.now();
    if (inMs <= 0 || inMs > longestSnoozeMs) {
      const message = 'Until must be a moment in the future, within five years.';
      return { conversation: null, userErrors: [{ code: UserErrorCode.INVALID, field: ['until'], message }] };
    }
    if (isUuid(id)) await ctx.tenancy.scheduleWakeUp(ctx.tenant.id, until);
    const line = `Snoozed until ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return change(ctx, id, { status: ConversationStatus.SNOOZED, snoozedUntil: until, line });
  }

  @Subscription(() => Conversation, {
    description:
      'Each conversation of the tenant that is started, gets a message or changes its status, as it is by then; or one of them.',
    subscribe: ({ args, context }: { args: { id?: string | null }; context: RequestContext }) =>
      rowsOf(context.subscribe('conversationChanged'), async (event) =>
        args.id && args.id.toLowerCase() !== event.id ? null : context.loaders.conversation.load(event.id),
      ),
  })
  conversationChanged(
    @Arg('id', () => ID, { nullable: true, description: 'Only this conversation.' }) _id: string | null,
    @Root() conversation: Conversation,
  ): Conversation {
    return conversation;
  }
}

async function change(ctx: RequestContext, givenId: string, wanted: StatusChange): Promise<ConversationPayload> {
  const id = uuidFrom(givenId);
  const changed = id && (await ctx.manager.transaction((manager) => changeStatus(manager, id, wanted, new Date())));
  if (!changed) return { conversation: null, userErrors: [notFound('id', 'conversation')] };
  ctx.publish(...changed.events);
  return { conversation: changed.conversation, userErrors: [] };
}

@Resolver(() => Contact)
export class ConversationsOfContactResolver {
  @FieldResolver(() => ConversationConnection, { description: 'The conversations with this contact, newest first.' })
  async conversations(
    @Root() contact: Contact,
    @Args(() => ConversationPageArgs) args: ConversationPageArgs,
    @Ctx() { loaders, manager }: RequestContext,
  ): Promise<Connection<Conversation>> {
    const page = readPageArgs(args, keyForms.time);
    const rows = await loaders.conversationsOfContact.load({ parentId: contact.id, page });
    const query = { filter: { contactId: contact.id }, order: defaultOrder };
    return new Connection(rows, page, positionOfConversation, (atMost) => countConversations(manager, query, atMost));
  }
}
