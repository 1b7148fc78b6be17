import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeISO } from '../graphql/date-time';
import { LabelColour } from './label-colour';

@Entity('labels')
@ObjectType({
  description: 'A word of the company’s own that conversations and contacts are sorted by.',
  simpleResolvers: true,
})
export class Label {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'At most 50 characters; no two differ in case alone.' })
  name!: string;

  @Column('text')
  @Field(() => LabelColour, { description: 'What it is known by at a glance.' })
  colour!: LabelColour;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When it was made.' })
  createdAt!: string;
}
