import type { LoggedEvent } from '../events/event-log';
import type { Loaders } from '../graphql/loaders';
import type { Delivered } from '../live/tenant-stream';
import { SenderType } from '../message/message';
import type { Notification } from './notification';

/**
 * Of what was written with an event, the recipient's own; null for most events. The log says nothing of notifications, since everybody reads
 * it: a message brings those that name it, a change of a conversation those that name no message.
 */
export async function notificationWith(
  { event, row, loaders }: Pick<Delivered, 'event' | 'row' | 'loaders'>,
  recipientId: string,
): Promise<Notification | null> {
  const cause = causeOf(event, row);
  if (!cause) return null;
  const all = await loadAt(loaders, { conversationId: cause.conversationId, at: event.occurredAt });
  return all.find((each) => each.recipientId === recipientId && each.messageId === cause.messageId) ?? null;
}

const loadAt = ({ notificationsAt }: Loaders, moment: { conversationId: string; at: string }) =>
  notificationsAt.load(moment);

function causeOf({ type, id, parentId }: LoggedEvent, row: unknown) {
  if (type === 'conversationChanged') return { conversationId: id, messageId: null };
  if (type !== 'messageSent' || !row || parentId === null) return null;
  const { senderType, isNote } = row as { senderType: SenderType; isNote?: boolean };
  const tells = senderType === SenderType.CONTACT || isNote === true;
  return tells ? { conversationId: parentId, messageId: id } : null;
}
