import { Field, ID, ObjectType } from 'type-graphql';
import { Conversation } from '../conversation/conversation';
import { UserError } from '../graphql/user-error';
import { ScheduledMessage } from './scheduled-message';

export interface SchedulingPayload {
  scheduledMessage: ScheduledMessage | null;
  conversation: Conversation | null;
  userErrors: UserError[];
}

/** The mutations that answer what is scheduled have payloads that differ in name alone. */
function schedulingPayload(name: string, description: string): new () => SchedulingPayload {
  @ObjectType(name, { description, simpleResolvers: true })
  class Payload implements SchedulingPayload {
    @Field(() => ScheduledMessage, {
      nullable: true,
      description: 'As it is now; null where `userErrors` says why not.',
    })
    scheduledMessage!: ScheduledMessage | null;

    @Field(() => Conversation, { nullable: true, description: 'Its own; null where `userErrors` says why not.' })
    conversation!: Conversation | null;

    @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
    userErrors!: UserError[];
  }
  return Payload;
}

export const ScheduleMessagePayload = schedulingPayload(
  'ScheduleMessagePayload',
  'What is scheduled, or what kept it from being so.',
);

export const ChangeScheduledMessagePayload = schedulingPayload(
  'ChangeScheduledMessagePayload',
  'What is scheduled now, or what kept it from being changed.',
);

@ObjectType({ description: 'That nothing will be sent, or what kept it.', simpleResolvers: true })
export class CancelScheduledMessagePayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  cancelledScheduledMessageId!: string | null;

  @Field(() => Conversation, { nullable: true, description: 'Its own; null where `userErrors` says why not.' })
  conversation!: Conversation | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
