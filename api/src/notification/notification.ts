import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeISO } from '../graphql/date-time';

export enum NotificationKind {
  ASSIGNED = 'assigned',
  MENTIONED = 'mentioned',
  REPLIED = 'replied',
  UNASSIGNED = 'unassigned',
}

registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What a member is told of.',
  valuesConfig: {
    ASSIGNED: { description: 'Somebody else has given the member a conversation.' },
    MENTIONED: { description: 'A note mentions the member.' },
    REPLIED: { description: 'The contact wrote in a conversation that is the member’s.' },
    UNASSIGNED: { description: 'The contact wrote in a conversation that is nobody’s, and in which nothing waited.' },
  },
});

@Entity('notifications')
@ObjectType({ description: 'Something that a member is to know. Only they see it.', simpleResolvers: true })
export class Notification {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Column('uuid', { name: 'recipient_id' })
  recipientId!: string;

  @Column('text')
  @Field(() => NotificationKind, { description: 'What of.' })
  kind!: NotificationKind;

  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('uuid', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When it happened.' })
  createdAt!: string;

  @Column('bool', { name: 'is_read' })
  @Field(() => Boolean, { description: 'Whether the member has marked it so.' })
  isRead!: boolean;
}
