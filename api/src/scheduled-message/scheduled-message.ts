import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeISO } from '../graphql/date-time';

export enum SchedulingFailure {
  AUTHOR_GONE = 'author_gone',
  ANSWERED = 'answered',
  MISSED = 'missed',
}

registerEnumType(SchedulingFailure, {
  name: 'SchedulingFailure',
  description: 'Why a scheduled message was not sent when it was due.',
  valuesConfig: {
    AUTHOR_GONE: { description: 'Whoever scheduled it was not allowed to write any more.' },
    ANSWERED: { description: 'Somebody else had written after the message that its author had seen last.' },
    MISSED: { description: 'Its contact was deleted at the time, and has come back since.' },
  },
});

@Entity('scheduled_messages')
@ObjectType({
  description: 'A message that is to be sent later, or was not. One that was sent is a message of the conversation.',
  simpleResolvers: true,
})
export class ScheduledMessage {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7; the message will have another.' })
  id!: string;

  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  @Column('text')
  @Field(() => String, { description: 'Plain text, 1 to 10,000 characters. Never to be shown as HTML.' })
  content!: string;

  @Column('timestamptz', { name: 'send_at' })
  @Field(() => DateTimeISO, { description: 'When it is due; it is sent within seconds of that.' })
  sendAt!: string;

  @Column('text', { nullable: true })
  @Field(() => SchedulingFailure, {
    nullable: true,
    description: 'Why it was not sent; null while it waits. It stays until it is changed or cancelled.',
  })
  failure!: SchedulingFailure | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When it was scheduled.' })
  createdAt!: string;
}
