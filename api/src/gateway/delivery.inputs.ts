import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { UserError } from '../graphql/user-error';
import { Message } from '../message/message';
import { DeliveryState } from './delivery';

@InputType({ description: 'How far a message has come.' })
export class SetDeliveryStateInput {
  @Field(() => ID, { description: 'Of a message of the company; notes are never sent.' })
  messageId!: string;

  @Field(() => DeliveryState, {
    description:
      'The new state. One that lies behind the message already, such as SENT after DELIVERED, changes nothing and is no error.',
  })
  state!: DeliveryState;

  @Field(() => String, { nullable: true, description: 'Why it failed, for people; of other states it is not kept.' })
  @Constraint({ maxLength: 500 })
  reason?: string | null;
}

@ObjectType({ description: 'The message, or what kept its state from being set.', simpleResolvers: true })
export class SetDeliveryStatePayload {
  @Field(() => Message, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  message!: Message | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
