import { Field, ID, InputType, Int } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { DateTimeISO } from '../graphql/date-time';

@InputType({ description: 'A message to write into a conversation later.' })
export class ScheduleMessageInput {
  @Field(() => ID, { description: 'Which conversation; a closed one too.' })
  conversationId!: string;

  @Field(() => String, { description: 'Plain text. White space and lines within it are kept.' })
  @Constraint({ minLength: 1, maxLength: 10_000 })
  content!: string;

  @Field(() => DateTimeISO, { description: 'When it is to be sent: from now on, within a year.' })
  sendAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the last message that the author has seen. Where somebody else has written after it by then, it is not sent (`ANSWERED`).',
  })
  expectedNumber?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own. Sent again with the same input within 24 hours, it answers what the first has scheduled.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What is to be sent instead, or when.' })
export class ChangeScheduledMessageInput {
  @Field(() => ID, { description: 'Of what is scheduled.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Instead of what it says; as it is where nothing is said.' })
  @Constraint({ minLength: 1, maxLength: 10_000 })
  content?: string | null;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'From now on, within a year; as it is where nothing is said.',
  })
  sendAt?: Date | null;
}

@InputType({ description: 'What is not to be sent.' })
export class CancelScheduledMessageInput {
  @Field(() => ID, { description: 'Of what is scheduled.' })
  id!: string;
}
