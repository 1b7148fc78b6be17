import { registerEnumType } from 'type-graphql';

/** Here and not in conversation/, because contacts are filtered by it and imports go one way: conversation → contact. */
export enum ConversationStatus {
  ACTIVE = 'active',
  SNOOZED = 'snoozed',
  CLOSED = 'closed',
}

registerEnumType(ConversationStatus, {
  name: 'ConversationStatus',
  description: 'Whether a conversation wants attention.',
  valuesConfig: {
    ACTIVE: { description: 'Open. Where every conversation starts.' },
    SNOOZED: { description: 'Out of sight until `snoozedUntil`, or until the contact writes.' },
    CLOSED: { description: 'Settled. A message of the contact opens it again.' },
  },
});
