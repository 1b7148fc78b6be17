import { type OutgoingMessage, untried } from '../outbox/outgoing-message';

/** A message to Ann in the conversation `talk`, not tried yet. */
export const newOutgoing = (key: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  ...untried,
  key,
  conversationId: 'talk',
  content: `Words of ${key}`,
  senderType: 'USER',
  createdAt: '2026-11-24T12:00:00.000Z',
  place: { contactId: 'ann', contactName: 'Ann Lee', subject: 'Delivery' },
  position: key.charCodeAt(0),
  afterNumber: 10,
  ...more,
});
