import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeISO } from '../graphql/date-time';
import { JSONObject } from '../graphql/json-object';

/** The keys of `metadata` that have fields of their own. */
export const namedMetadata = ['company', 'position', 'source'] as const;

/** Rows are read with `contactColumns`, which spreads the named keys of `metadata` into fields. */
@Entity('contacts')
@ObjectType({
  description: 'A person a company talks with. Reachable by email, by telephone, or both.',
  simpleResolvers: true,
})
export class Contact {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7: sorts by time of creation.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'The whole name as one text, 1 to 200 characters.' })
  name!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'As it was given; null where only a telephone number is known.' })
  email!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'As it was given, with its country code; null where only an email address is known.',
  })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The organisation the contact works for.' })
  company!: string | null;

  @Field(() => String, { nullable: true, description: 'What the contact does there.' })
  position!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the contact came to the tenant, such as "Website" or "Referral".',
  })
  source!: string | null;

  @Column('jsonb')
  @Field(() => JSONObject, {
    description:
      'Further keys of your own; `{}` where there are none. Company, position and source are not repeated here.',
  })
  metadata!: Record<string, unknown>;

  @Field(() => DateTimeISO, {
    description: 'When the last message was written in any conversation of the contact; its creation before the first.',
  })
  lastActivityAt!: string;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When the contact was created.' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  @Field(() => DateTimeISO, { description: 'When its fields last changed; messages do not count.' })
  updatedAt!: string;
}
