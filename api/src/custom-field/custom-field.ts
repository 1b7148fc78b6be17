import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeISO } from '../graphql/date-time';
import { JSONValue } from '../graphql/json-object';
import { CustomFieldKind } from './custom-field-kind';

@Entity('custom_fields')
@ObjectType({
  description: 'What a company notes of its contacts beside the fields that all have.',
  simpleResolvers: true,
})
export class CustomField {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7.' })
  id!: string;

  @Column('text')
  @Field(() => String, {
    description: 'Under which a contact’s `metadata` has the value. Made from the first name; it never changes.',
  })
  key!: string;

  @Column('text')
  @Field(() => String, { description: 'What people read, at most 60 characters; no two differ in case alone.' })
  name!: string;

  @Column('text')
  @Field(() => CustomFieldKind, { description: 'What it takes; it never changes.' })
  kind!: CustomFieldKind;

  @Column('jsonb')
  @Field(() => [String], {
    description:
      'What there is to choose from, in order; empty for kinds without a choice. Values from before an option was taken away stay as they are.',
  })
  options!: string[];

  @Column('bool', { name: 'is_required' })
  @Field(() => Boolean, {
    description: 'Whether new contacts must have a value. `findOrCreateContact` does not ask for it.',
  })
  isRequired!: boolean;

  @Column('int')
  position!: number;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When it was made.' })
  createdAt!: string;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  @Field(() => DateTimeISO, { nullable: true, description: 'When it was deleted; null while it is in use.' })
  deletedAt!: string | null;
}

@ObjectType({ description: 'What a contact has in a custom field.', simpleResolvers: true })
export class FieldValue {
  @Field(() => CustomField, { description: 'Which field.' })
  field!: CustomField;

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'In the form of the field’s kind; null where there is none. What was stored before the field was made may have another form.',
  })
  value!: unknown;
}
