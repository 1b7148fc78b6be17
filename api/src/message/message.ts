import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeISO } from '../graphql/date-time';

export enum SenderType {
  USER = 'user',
  CONTACT = 'contact',
  SYSTEM = 'system',
}

registerEnumType(SenderType, {
  name: 'SenderType',
  description: 'Who wrote a message.',
  valuesConfig: {
    USER: { description: 'Someone of the tenant.' },
    CONTACT: { description: 'The contact. Opens the conversation again if it is closed or snoozed.' },
    SYSTEM: { description: 'Atrium or an integration: what happened to the conversation, such as a change of status.' },
  },
});

@Entity('messages')
@ObjectType({ description: 'One message of a conversation. Never changed afterwards.', simpleResolvers: true })
export class Message {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7: sorts by time of creation.' })
  id!: string;

  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('int')
  @Field(() => Int, {
    description: 'Counts up within the conversation from 1, without gaps: a missing number is a message not seen yet.',
  })
  number!: number;

  @Column('text', { name: 'sender_type' })
  @Field(() => SenderType, { description: 'Who wrote it.' })
  senderType!: SenderType;

  @Column('text', { name: 'sender_id', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Whatever the sender of the request said about who wrote it, at most 200 characters.',
  })
  senderId!: string | null;

  @Column('text')
  @Field(() => String, { description: 'Plain text, 1 to 10,000 characters. Never to be shown as HTML.' })
  content!: string;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When it was stored.' })
  createdAt!: string;

  /** Only where it was asked for. A column that a tenant may have still to get is none of the entity's. */
  isNote?: boolean;
}
