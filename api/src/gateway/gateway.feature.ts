import type { Feature } from '../graphql/feature';
import type { Message } from '../message/message';
import { DeliveryResolver } from './delivery.resolver';
import {
  ExternalIdOfContactResolver,
  ExternalIdOfConversationResolver,
  ExternalIdOfMessageResolver,
} from './external-id.resolver';
import { FindOrCreateContactResolver } from './find-or-create-contact.resolver';
import { MessageChanged } from './gateway.events';
import { newGatewayLoaders } from './gateway.loaders';
import { gatewayReads } from './gateway.sql';
import { ReceiveMessageResolver } from './receive-message.resolver';

declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newGatewayLoaders> {}
}
declare module '../events/event' {
  interface LiveEvents {
    messageChanged: Message;
  }
}

/** For programs that bring in what contacts write elsewhere, and take out what the company answers. */
export const gatewayFeature: Feature = {
  resolvers: [
    ExternalIdOfContactResolver,
    ExternalIdOfConversationResolver,
    ExternalIdOfMessageResolver,
    DeliveryResolver,
    FindOrCreateContactResolver,
    ReceiveMessageResolver,
  ],
  loaders: newGatewayLoaders,
  reads: gatewayReads,
  events: { messageChanged: { Type: MessageChanged, load: ({ id }, { message }) => message.load(id) } },
};
