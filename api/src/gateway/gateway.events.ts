import { ObjectType } from 'type-graphql';
import { TenantEvent } from '../events/tenant-event';
import { MessageEvent } from '../message/message.events';

@ObjectType({
  implements: TenantEvent,
  description: 'A gateway has said how far a message has come. Its words never change.',
})
export class MessageChanged extends MessageEvent {}
