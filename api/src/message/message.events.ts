import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';
import { Message } from './message';

/** What kinds of events about a message have in common. */
@ObjectType()
export abstract class MessageEvent extends TenantEvent {
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

@ObjectType({
  implements: TenantEvent,
  description: 'A message was written, a line of the system, or a note (`isNote`).',
})
export class MessageSent extends MessageEvent {}
