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
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { v7 as uuidV7 } from 'uuid';
import type { RequestContext } from '../context';
import { Conversation } from '../conversation/conversation';
import { badArgument } from '../errors';
import { rowsOf } from '../live/rows';
import { Connection, connectionTypes, keyForms, type PageRequest, readPageArgs } from '../pagination';
import { checkInput } from '../validation/check-input';
import { uuidFrom } from '../validation/text';
import { notFound, userErrorFrom } from '../validation/user-error';
import { Message } from './message';
import { SendMessageInput, SendMessagePayload } from './message.inputs';
import { positionOfMessage, sendMessage } from './message.repository';

const MessageConnection = connectionTypes(Message, 'messages');

const defaultPageSize = 50;

@ArgsType()
class MessagesArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'Page size from the start, or after `after` or `afterNumber`: 0 to 100.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind it.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Page size from the end, or before `before`: 0 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page ends in front of it.' })
  before?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only messages with a greater number: what a client has not seen yet, from the oldest.',
  })
  afterNumber?: number | null;
}

@Resolver(() => Message)
export class MessageResolver {
  @FieldResolver(() => Conversation, { description: 'Where it was written.' })
  conversation(@Root() { conversationId }: Message, @Ctx() { loaders }: RequestContext): Promise<Conversation | null> {
    return loaders.conversation.load(conversationId);
  }

  @Mutation(() => SendMessagePayload, {
    description: 'Writes a message and tells subscribers. An answer means that it is stored for good.',
  })
  async sendMessage(
    @Arg('input', () => SendMessageInput, { description: 'The message.' }) input: SendMessageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SendMessagePayload> {
    const refuse = (...userErrors: SendMessagePayload['userErrors']) => ({
      message: null,
      conversation: null,
      userErrors,
    });
    const userErrors = checkInput(SendMessageInput, input);
    if (userErrors.length > 0) return refuse(...userErrors);
    const conversationId = uuidFrom(input.conversationId);
    if (!conversationId) return refuse(notFound('conversationId', 'conversation'));

    const now = new Date();
    const id = uuidV7({ msecs: now.getTime() });
    try {
      const sent = await ctx.manager.transaction((manager) =>
        sendMessage(manager, id, { ...input, conversationId }, now),
      );
      ctx.publish(...sent.events);
      const { loaders } = ctx;
      const [message, conversation] = await Promise.all([
        loaders.message.load(sent.messageId),
        loaders.conversation.load(conversationId),
      ]);
      return message ? { message, conversation, userErrors: [] } : refuse(notFound('conversationId', 'conversation'));
    } catch (error) {
      return refuse(userErrorFrom(error));
    }
  }

  @Subscription(() => Message, {
    description:
      'Each message written in the tenant, system lines included; or in one conversation. Numbers tell whether one was missed.',
    subscribe: ({ args, context }: { args: { conversationId?: string | null }; context: RequestContext }) =>
      rowsOf(context.subscribe('messageSent'), async (event) =>
        args.conversationId && args.conversationId.toLowerCase() !== event.conversationId
          ? null
          : context.loaders.message.load(event.id),
      ),
  })
  messageSent(
    @Arg('conversationId', () => ID, { nullable: true, description: 'Only in this conversation.' }) _conversationId:
      | string
      | null,
    @Root() message: Message,
  ): Message {
    return message;
  }
}

@Resolver(() => Conversation)
export class MessagesOfConversationResolver {
  @FieldResolver(() => Message, {
    nullable: true,
    description: 'The newest one, system lines included; null before the first.',
  })
  lastMessage(@Root() { id }: Conversation, @Ctx() { loaders }: RequestContext): Promise<Message | null> {
    return loaders.lastMessage.load(id);
  }

  @FieldResolver(() => MessageConnection, {
    description: `The messages in the order in which they were written. The last ${defaultPageSize} when nothing is said.`,
  })
  async messages(
    @Root() { id, messageCount }: Conversation,
    @Args(() => MessagesArgs) args: MessagesArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<Message>> {
    const page = pageOf(args);
    const rows = await loaders.messagesOfConversation.load({ parentId: id, page });
    return new Connection(rows, page, positionOfMessage, async (atMost) =>
      Math.min(messageCount, atMost ?? messageCount),
    );
  }
}

function pageOf({ afterNumber, ...args }: MessagesArgs): PageRequest {
  const saysNothing = [args.first, args.after, afterNumber].every((value) => value === undefined || value === null);
  const asked = saysNothing ? { ...args, last: args.last ?? defaultPageSize } : args;
  const page = readPageArgs(asked, keyForms.number, defaultPageSize);
  if (afterNumber === undefined || afterNumber === null) return page;
  if (page.after) throw badArgument('afterNumber', 'expected either `after` or `afterNumber`, got both.');
  return afterNumber > 0 ? { ...page, after: { key: String(afterNumber), id: '' } } : page;
}
