import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Contact } from '../contact/contact';
import { DateTimeISO } from '../graphql/date-time';

export enum DuplicateReason {
  SAME_EMAIL = 'SAME_EMAIL',
  SAME_PHONE = 'SAME_PHONE',
  SIMILAR_NAME = 'SIMILAR_NAME',
}

registerEnumType(DuplicateReason, {
  name: 'DuplicateReason',
  description: 'Why two contacts may be one person.',
  valuesConfig: {
    SAME_EMAIL: { description: 'They have one email address, in any case.' },
    SAME_PHONE: { description: 'They have one telephone number, however it is written.' },
    SIMILAR_NAME: { description: 'They are at the same company, under names that are alike.' },
  },
});

export interface DuplicateRow {
  id: string;
  reasons: DuplicateReason[];
}

@ObjectType({ description: 'Another contact that may be the same person.', simpleResolvers: true })
export class DuplicateHit {
  @Field(() => Contact, { description: 'The other one.' })
  contact!: Contact;

  @Field(() => [DuplicateReason], { description: 'What both have in common; at least one.' })
  reasons!: DuplicateReason[];
}

@Entity('contact_duplicates')
@ObjectType({ description: 'Two contacts that may be one person.', simpleResolvers: true })
export class DuplicatePair {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7.' })
  id!: string;

  @Column('uuid', { name: 'first_id' })
  firstId!: string;

  @Column('uuid', { name: 'second_id' })
  secondId!: string;

  @Field(() => Contact, { description: 'The one that was there first.' })
  first?: Contact;

  @Field(() => Contact, { description: 'The one that came later.' })
  second?: Contact;

  @Column('text', { array: true })
  @Field(() => [DuplicateReason], { description: 'What both have in common; at least one.' })
  reasons!: DuplicateReason[];

  @Column('timestamptz', { name: 'found_at' })
  @Field(() => DateTimeISO, { description: 'When they were first seen to be alike.' })
  foundAt!: string;
}
