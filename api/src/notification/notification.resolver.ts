import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { Conversation } from '../conversation/conversation';
import { afterDescription } from '../events/tenant-event';
import type { RequestContext } from '../graphql/context';
import { changedMeanwhile } from '../graphql/errors';
import { Connection, connectionTypes, keyForms, readPageArgs } from '../graphql/pagination';
import { write } from '../graphql/write';
import type { Delivered } from '../live/tenant-stream';
import { Message } from '../message/message';
import { Notification } from './notification';
import {
  checkMarking,
  MarkNotificationsReadInput,
  MarkNotificationsReadPayload,
  NotificationsArgs,
  NotificationsRead,
} from './notification.inputs';
import { notificationWith } from './notification.live';
import { countNotifications, listNotifications, markRead, positionOfNotification } from './notification.repository';

const NotificationConnection = connectionTypes(Notification, 'notifications');

@Resolver(() => Notification)
export class NotificationResolver {
  @Query(() => NotificationConnection, {
    description: 'What the caller is to know, newest first. Kept for 90 days, the newest 1,000.',
  })
  async notifications(
    @Args(() => NotificationsArgs) { isUnread = null, ...args }: NotificationsArgs,
    @Ctx() { manager, askerId: recipientId }: RequestContext,
  ): Promise<Connection<Notification>> {
    const page = readPageArgs(args, keyForms.time);
    const asked = { recipientId, isUnread };
    const rows = await listNotifications(manager, asked, page);
    return new Connection(rows, page, positionOfNotification, (atMost) => countNotifications(manager, asked, atMost));
  }

  @Query(() => Int, { description: 'How many notifications the caller has not marked as read.' })
  unreadNotificationCount(@Ctx() { manager, askerId: recipientId }: RequestContext): Promise<number> {
    return countNotifications(manager, { recipientId, isUnread: true }, null);
  }

  @FieldResolver(() => Conversation, { description: 'Where it happened.' })
  async conversation(
    @Root() { conversationId }: Notification,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Conversation> {
    const conversation = await loaders.conversation.load(conversationId);
    if (!conversation) throw changedMeanwhile('conversation');
    return conversation;
  }

  @FieldResolver(() => Message, {
    nullable: true,
    description: 'The contact’s words, or the note; null of `ASSIGNED`.',
  })
  async message(@Root() { messageId }: Notification, @Ctx() { loaders }: RequestContext): Promise<Message | null> {
    return messageId === null ? null : loaders.message.load(messageId);
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who did it, or handed on what the contact wrote; null for the operator.',
  })
  async actor(@Root() { actorId }: Notification, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return actorId === null ? null : loaders.actor.load(actorId);
  }

  @Mutation(() => MarkNotificationsReadPayload, { description: 'Remembers what the caller has taken notice of.' })
  async markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Which.' }) input: MarkNotificationsReadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MarkNotificationsReadPayload> {
    const { markedIds, ...payload } = await write(
      ctx,
      { unreadNotificationCount: null, markedIds: null },
      {
        can: 'conversations:read',
        Input: MarkNotificationsReadInput,
        input,
        check: checkMarking(input),
        work: ({ manager }) => markRead(manager, ctx.askerId, input),
      },
    );
    if (markedIds?.length) ctx.marks.tell(ctx.askerId, input.all ? null : markedIds);
    return payload;
  }

  @Subscription(() => Notification, {
    description: 'What the caller is to know, as it happens. Nobody hears of another’s.',
    subscribe: ({ args, context }: { args: { after?: string | null }; context: RequestContext }) => {
      const recipientId = context.askerId;
      return context.events.subscribe({
        after: args.after ?? null,
        isWanted: async (event, row, loaders) =>
          (await notificationWith({ event, row, loaders }, recipientId)) !== null,
      });
    },
  })
  async notificationAdded(
    @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null,
    @Root() delivered: Delivered,
    @Ctx() { askerId }: RequestContext,
  ): Promise<Notification> {
    const notification = await notificationWith(delivered, askerId);
    if (!notification) throw changedMeanwhile('notification');
    return notification;
  }
}

@Resolver(() => NotificationsRead)
export class NotificationsReadResolver {
  @FieldResolver(() => Int, { description: 'How many are left, at the moment that this is told.' })
  unreadNotificationCount(
    @Root() _: NotificationsRead,
    @Ctx() { manager, askerId: recipientId }: RequestContext,
  ): Promise<number> {
    return countNotifications(manager, { recipientId, isUnread: true }, null);
  }

  @Subscription(() => NotificationsRead, {
    description:
      'What the caller marks as read, as it happens, on whichever device. Nobody hears of another’s. It is not kept: after a break, ask for the count.',
    subscribe: ({ context }: { context: RequestContext }) => context.marks.watch(context.askerId),
  })
  notificationsRead(@Root() marked: NotificationsRead): NotificationsRead {
    return marked;
  }
}
