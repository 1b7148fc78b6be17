import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';
import { Message } from '../message/message';

@ObjectType({
  implements: TenantEvent,
  description: 'A gateway has said how far a message has come. Its words never change.',
})
export class MessageChanged extends TenantEvent {
  constructor(event: LoggedEvent, row: Message | null) {
    super(event);
    this.messageId = event.id;
    this.conversationId = event.parentId ?? '';
    this.message = row;
  }

  @Field(() => ID, { description: 'Of the message.' })
  messageId: string;

  @Field(() => ID, { description: 'Of the conversation that it was written in.' })
  conversationId: string;

  @Field(() => Message, { nullable: true, description: 'Null where its conversation is deleted by then.' })
  message: Message | null;
}
