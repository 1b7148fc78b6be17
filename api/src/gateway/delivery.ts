import { registerEnumType } from 'type-graphql';

export enum DeliveryState {
  QUEUED = 'queued',
  SENT = 'sent',
  DELIVERED = 'delivered',
  FAILED = 'failed',
}

registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'How far a gateway has brought a message.',
  valuesConfig: {
    QUEUED: { description: 'A gateway has it and is about to send it.' },
    SENT: { description: 'It left the gateway.' },
    DELIVERED: { description: 'It arrived.' },
    FAILED: { description: 'It will not arrive; the reason says why.' },
  },
});

/** How far a message has come, as a gateway said. */
export interface Delivery {
  state: DeliveryState;
  reason: string | null;
}

/** What a state may follow, by state: a receipt that comes late or twice takes nothing back. */
export const followed: Record<DeliveryState, readonly DeliveryState[]> = {
  [DeliveryState.QUEUED]: [DeliveryState.FAILED],
  [DeliveryState.SENT]: [DeliveryState.QUEUED, DeliveryState.FAILED],
  [DeliveryState.DELIVERED]: [DeliveryState.QUEUED, DeliveryState.SENT, DeliveryState.FAILED],
  [DeliveryState.FAILED]: [DeliveryState.QUEUED, DeliveryState.SENT],
};
