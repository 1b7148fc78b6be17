import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Actor } from '../access/actor/actor';
import { DateTimeISO } from '../graphql/date-time';

/** Of `contact_merges`, what is shown of it. */
@Entity('contact_merges')
@ObjectType({ description: 'That two contacts were made one.', simpleResolvers: true })
export class ContactMerge {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'For `undoMerge`. A UUIDv7.' })
  id!: string;

  @Column('uuid', { name: 'into_id' })
  intoId!: string;

  @Column('uuid', { name: 'from_id' })
  @Field(() => ID, { description: 'Of the contact that is no more; `contact` answers the one that remains for it.' })
  fromId!: string;

  @Field(() => String, { description: 'What the contact was called that is no more.' })
  fromName!: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Field(() => Actor, { nullable: true, description: 'Who merged them; null for the operator.' })
  actor?: Actor | null;

  @Column('timestamptz', { name: 'merged_at' })
  @Field(() => DateTimeISO, { description: 'When. It can be undone for 30 days.' })
  mergedAt!: string;
}
