import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { Conversation } from '../conversation/conversation';
import { afterDescription } from '../events/tenant-event';
import type { RequestContext } from '../graphql/context';
import { changedMeanwhile } from '../graphql/errors';
import { externalIdConflict } from '../graphql/external-id';
import { Connection, connectionTypes } from '../graphql/pagination';
import { write } from '../graphql/write';
import type { Delivered } from '../live/tenant-stream';
import { noticeJobs } from '../notification/notices';
import { Message, SenderType } from './message';
import { defaultPageSize, MessagesArgs, readMessagesArgs } from './message.args';
import { SendMessageInput, SendMessagePayload } from './message.inputs';
import { findSent, isSentAtOnce, positionOfMessage, sendMessage } from './message.repository';
import { remembered } from './remembered';

const MessageConnection = connectionTypes(Message, 'messages');

@Resolver(() => Message)
export class MessageResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      'Who wrote it, or did what a system line says; null for what came by itself, and from before there were accounts.',
  })
  author(@Root() { id }: Message, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return loaders.author.load(id);
  }

  @FieldResolver(() => Conversation, { description: 'Where it was written.' })
  async conversation(@Root() { conversationId }: Message, @Ctx() { loaders }: RequestContext): Promise<Conversation> {
    const conversation = await loaders.conversation.load(conversationId);
    if (!conversation) throw changedMeanwhile('conversation');
    return conversation;
  }

  @Mutation(() => SendMessagePayload, {
    description: 'Writes a message and tells subscribers. An answer means that it is stored for good.',
  })
  sendMessage(
    @Arg('input', () => SendMessageInput, { description: 'The message.' }) input: SendMessageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SendMessagePayload> {
    return write(
      ctx,
      { message: null, conversation: null },
      {
        can: 'conversations:write',
        Input: SendMessageInput,
        input,
        conflicts: externalIdConflict('message'),
        work: (inside) => remembered(ctx, sendMessage(inside, input)),
        isSentAtOnce: isSentAtOnce(input),
        ...(input.senderType === SenderType.CONTACT && { jobs: noticeJobs() }),
        repeat: {
          operation: 'sendMessage',
          answer: findSent,
        },
      },
    );
  }

  @Subscription(() => Message, {
    description:
      'Each message written in the tenant, system lines included; or in one conversation. Numbers tell whether one was missed. Without notes, unless they are asked for: whoever hands on what it hears would show them to contacts.',
    subscribe: ({
      args,
      context,
    }: {
      args: { conversationId?: string | null; after?: string | null; includeNotes: boolean };
      context: RequestContext;
    }) =>
      context.events.subscribe({
        type: 'messageSent',
        after: args.after ?? null,
        isWanted: ({ parentId }, row) =>
          (!args.conversationId || args.conversationId.toLowerCase() === parentId) &&
          (args.includeNotes || !(row as Message).isNote),
      }),
  })
  messageSent(
    @Arg('conversationId', () => ID, { nullable: true, description: 'Only in this conversation.' }) _conversationId:
      | string
      | null,
    @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null,
    @Arg('includeNotes', () => Boolean, { defaultValue: false, description: 'Also what only members are to see.' })
    _includeNotes: boolean,
    @Root() { row }: Delivered,
  ): Message {
    return row as Message;
  }
}

@Resolver(() => Conversation)
export class MessagesOfConversationResolver {
  @FieldResolver(() => Message, {
    nullable: true,
    description: 'The last words of a person, notes aside; null before the first.',
  })
  lastMessage(
    @Root() { id }: Conversation,
    @Arg('includeSystem', () => Boolean, {
      defaultValue: false,
      description: 'The newest line of all, such as "Conversation closed".',
    })
    includeSystem: boolean,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Message | null> {
    return includeSystem ? loaders.lastMessage.load(id) : loaders.lastWords.load(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What a conversation without a subject can be known by: the first words that a person wrote in it, notes aside, on one line of at most 100 characters. Null where it has a subject, and before the first message.',
  })
  async openingWords(
    @Root() { id, subject }: Conversation,
    @Ctx() { loaders }: RequestContext,
  ): Promise<string | null> {
    return subject === null ? loaders.openingWords.load(id) : null;
  }

  @FieldResolver(() => MessageConnection, {
    description: `The messages in the order in which they were written. The last ${defaultPageSize} when nothing is said.`,
  })
  async messages(
    @Root() { id, messageCount }: Conversation,
    @Args(() => MessagesArgs) args: MessagesArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<Message>> {
    const page = readMessagesArgs(args);
    const rows = await loaders.messagesOfConversation.load({ parentId: id, page });
    return new Connection(rows, page, positionOfMessage, async (atMost) =>
      Math.min(messageCount, atMost ?? messageCount),
    );
  }
}
