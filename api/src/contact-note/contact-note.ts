import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeISO } from '../graphql/date-time';

@Entity('contact_notes')
@ObjectType({
  description: 'Something that colleagues are to know of a contact, and the contact never gets to see.',
  simpleResolvers: true,
})
export class ContactNote {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7.' })
  id!: string;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  @Column('text')
  @Field(() => String, { description: 'Plain text, with its white space and lines; at most 10,000 characters.' })
  content!: string;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When it was written. A note is never changed.' })
  createdAt!: string;
}
