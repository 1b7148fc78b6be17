import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { Actor } from '../access/actor/actor';
import { Contact } from '../contact/contact';
import { longRead } from '../database/long-read';
import { afterDescription } from '../events/tenant-event';
import type { RequestContext } from '../graphql/context';
import { changedMeanwhile } from '../graphql/errors';
import { Connection, connectionTypes, ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { notFound, Refusal, requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import type { Write } from '../graphql/write-transaction';
import type { Delivered } from '../live/tenant-stream';
import { Conversation } from './conversation';
import { ConversationsArgs, defaultOrder, readConversationsArgs } from './conversation.args';
import { CloseConversationInput, ReopenConversationInput, SnoozeConversationInput } from './conversation.inputs';
import { countConversations, listConversations, positionOfConversation } from './conversation.list';
import {
  CloseConversationPayload,
  type ConversationPayload,
  ReopenConversationPayload,
  SnoozeConversationPayload,
} from './conversation.payloads';
import { changeStatus, type StatusChange } from './conversation.repository';
import { checkUntil, close, reopen, snooze } from './status-changes';

const ConversationConnection = connectionTypes(Conversation, 'conversations');

@Resolver(() => Conversation)
export class ConversationResolver {
  @Query(() => ConversationConnection, { description: 'The conversations of the tenant, a page at a time: its inbox.' })
  async conversations(
    @Args(() => ConversationsArgs) args: ConversationsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Conversation>> {
    const { query, page } = readConversationsArgs(args);
    const list = (manager: EntityManager) => listConversations(manager, query, page, ctx);
    const rows = await (query.filter.search ? longRead(ctx.manager, list) : list(ctx.manager));
    return new Connection(rows, page, positionOfConversation, (atMost) =>
      longRead(ctx.manager, (inside) => countConversations(inside, query, atMost, ctx)),
    );
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

  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who started it; null for conversations from before there were accounts.',
  })
  createdBy(@Root() { id }: Conversation, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return loaders.startedBy.load(id);
  }

  @FieldResolver(() => Contact, { description: 'Whom it is with.' })
  async contact(@Root() { contactId }: Conversation, @Ctx() { loaders }: RequestContext): Promise<Contact> {
    const contact = await loaders.contact.load(contactId);
    if (!contact) throw changedMeanwhile('contact');
    return contact;
  }

  @Mutation(() => CloseConversationPayload, {
    description: 'Marks a conversation as settled and says so in the thread. Closing a closed one changes nothing.',
  })
  closeConversation(
    @Arg('input', () => CloseConversationInput, { description: 'Which conversation.' }) input: CloseConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return write(ctx, nothing, { ...changing(input.id, close), Input: CloseConversationInput, input });
  }

  @Mutation(() => ReopenConversationPayload, {
    description: 'Makes a closed or snoozed conversation active and says so in the thread.',
  })
  reopenConversation(
    @Arg('input', () => ReopenConversationInput, { description: 'Which conversation.' })
    input: ReopenConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return write(ctx, nothing, { ...changing(input.id, reopen), Input: ReopenConversationInput, input });
  }

  @Mutation(() => SnoozeConversationPayload, {
    description:
      'Puts a conversation out of sight until a moment, or until the contact writes. Also for closed and already snoozed ones.',
  })
  snoozeConversation(
    @Arg('input', () => SnoozeConversationInput, { description: 'Which conversation, and until when.' })
    input: SnoozeConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    const { id, until = null } = input;
    return write(ctx, nothing, {
      ...changing(id, snooze(until)),
      Input: SnoozeConversationInput,
      input,
      check: checkUntil(until),
      ...(until && { jobs: { wakeConversations: until } }),
    });
  }

  @Subscription(() => Conversation, {
    description:
      'Each conversation of the tenant that is started, gets a message or changes its status, as it is by then; or one of them.',
    subscribe: ({ args, context }: { args: { id?: string | null; after?: string | null }; context: RequestContext }) =>
      context.events.subscribe({
        type: 'conversationChanged',
        after: args.after ?? null,
        isWanted: ({ id }) => !args.id || args.id.toLowerCase() === id,
      }),
  })
  conversationChanged(
    @Arg('id', () => ID, { nullable: true, description: 'Only this conversation.' }) _id: string | null,
    @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null,
    @Root() { row }: Delivered,
  ): Conversation {
    return row as Conversation;
  }
}

const nothing = { conversation: null };

/** What the changes of status have in common. */
function changing(givenId: string, change: StatusChange) {
  return {
    can: 'conversations:write' as const,
    async work({ manager, ...write }: Write) {
      const conversation = await changeStatus(manager, requireId('id', givenId, 'conversation'), change, write);
      if (!conversation) throw new Refusal(notFound('id', 'conversation'));
      return { conversation };
    },
  };
}

@Resolver(() => Contact)
export class ConversationsOfContactResolver {
  @FieldResolver(() => ConversationConnection, { description: 'The conversations with this contact, newest first.' })
  async conversations(
    @Root() contact: Contact,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Conversation>> {
    const page = readPageArgs(args, keyForms.time);
    const rows = await ctx.loaders.conversationsOfContact.load({ parentId: contact.id, page });
    const query = { filter: { contactId: contact.id }, order: defaultOrder };
    return new Connection(rows, page, positionOfConversation, (atMost) =>
      longRead(ctx.manager, (inside) => countConversations(inside, query, atMost, ctx)),
    );
  }
}
