import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';
import { Conversation } from './conversation';

@ObjectType({
  implements: TenantEvent,
  description: 'A conversation was started, got a message or changed its status.',
})
export class ConversationChanged extends TenantEvent {
  constructor(event: LoggedEvent, row: Conversation | null) {
    super(event);
    this.conversationId = event.id;
    this.conversation = row;
  }

  @Field(() => ID, { description: 'Of the conversation.' })
  conversationId: string;

  @Field(() => Conversation, {
    nullable: true,
    description: 'As it is when the event is read; null where it is deleted by then.',
  })
  conversation: Conversation | null;
}
