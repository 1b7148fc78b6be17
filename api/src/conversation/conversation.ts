import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ConversationStatus } from '../contact/conversation-status';
import { DateTimeISO } from '../graphql/date-time';

@Entity('conversations')
@ObjectType({ description: 'A thread of messages with one contact.', simpleResolvers: true })
export class Conversation {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7: sorts by time of creation.' })
  id!: string;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What it is about, at most 200 characters; null where nobody said.',
  })
  subject!: string | null;

  @Column('text')
  @Field(() => ConversationStatus, { description: 'Whether it wants attention.' })
  status!: ConversationStatus;

  @Column('timestamptz', { name: 'snoozed_until', nullable: true })
  @Field(() => DateTimeISO, {
    nullable: true,
    description:
      'When it becomes active by itself; null unless it is snoozed, and where it is so until the contact writes.',
  })
  snoozedUntil!: string | null;

  @Column('int', { name: 'message_count' })
  @Field(() => Int, { description: "How many messages it has, system lines included; also the last message's number." })
  messageCount!: number;

  @Column('timestamptz', { name: 'last_message_at', nullable: true })
  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'When its last message was written; null before the first.',
  })
  lastMessageAt!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When it was started.' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  @Field(() => DateTimeISO, { description: 'When its status last changed; messages do not count.' })
  updatedAt!: string;
}
