import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeISO } from '../graphql/date-time';
import { JSONObject } from '../graphql/json-object';

export enum OnDuplicate {
  SKIP = 'skip',
  FILL = 'fill',
  OVERWRITE = 'overwrite',
  CREATE = 'create',
}

registerEnumType(OnDuplicate, {
  name: 'OnDuplicate',
  description: 'What becomes of a row whose contact is there already.',
  valuesConfig: {
    SKIP: { description: 'The contact stays as it is.' },
    FILL: { description: 'What the contact has not, it gets from the row.' },
    OVERWRITE: { description: 'What the row has, the contact gets; what the row leaves empty stays.' },
    CREATE: { description: 'Another contact is made; but of an external id there is one, and its row is refused.' },
  },
});

export enum ImportState {
  RUNNING = 'running',
  FINISHED = 'finished',
  UNDOING = 'undoing',
  UNDONE = 'undone',
}

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far an import has come.',
  valuesConfig: {
    RUNNING: { description: 'It takes rows.' },
    FINISHED: { description: 'All rows have come, or no more are to come.' },
    UNDOING: { description: 'It is being taken back, which goes on by itself.' },
    UNDONE: { description: 'What of it could be taken back, was.' },
  },
});

@Entity('imports')
@ObjectType({
  description: 'Contacts that are brought in together, and can be taken back together.',
  simpleResolvers: true,
})
export class Import {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'A UUIDv7.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'For people, such as the name of the file; 1 to 200 characters.' })
  name!: string;

  @Column('text')
  @Field(() => ImportState, { description: 'Whether it takes rows.' })
  state!: ImportState;

  @Column('text', { name: 'on_duplicate' })
  @Field(() => OnDuplicate, { description: 'What becomes of rows whose contacts are there already.' })
  onDuplicate!: OnDuplicate;

  @Column('jsonb')
  @Field(() => JSONObject, { description: 'As whoever started it gave them, such as which column is which field.' })
  settings!: Record<string, unknown>;

  @Column('int4', { name: 'row_count', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many rows are to come in all; null where nobody has said.' })
  rowCount!: number | null;

  @Column('int4', { name: 'last_number' })
  @Field(() => Int, {
    description:
      'The highest number of a row so far: whoever sends rows in order goes on behind it. 0 before the first.',
  })
  lastNumber!: number;

  @Column('int4', { name: 'created_count' })
  @Field(() => Int, { description: 'Rows so far that made a contact.' })
  createdCount!: number;

  @Column('int4', { name: 'changed_count' })
  @Field(() => Int, { description: 'Rows so far that changed a contact.' })
  changedCount!: number;

  @Column('int4', { name: 'unchanged_count' })
  @Field(() => Int, { description: 'Rows so far that had nothing new for their contacts.' })
  unchangedCount!: number;

  @Column('int4', { name: 'skipped_count' })
  @Field(() => Int, { description: 'Rows so far that were left aside, since their contacts were there already.' })
  skippedCount!: number;

  @Column('int4', { name: 'refused_count' })
  @Field(() => Int, { description: 'Rows so far that had something wrong with them.' })
  refusedCount!: number;

  @Column('int4', { name: 'taken_back_count' })
  @Field(() => Int, { description: 'Contacts that are as they were before it, or gone again; 0 before it is undone.' })
  takenBackCount!: number;

  @Column('int4', { name: 'kept_count' })
  @Field(() => Int, {
    description:
      'Contacts that undoing left as they are, since they were changed or written to; `importRows` names them.',
  })
  keptCount!: number;

  @Column('int4', { name: 'impossible_count' })
  @Field(() => Int, {
    description: 'Contacts that were gone already when it was undone: deleted, or merged into others.',
  })
  impossibleCount!: number;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeISO, { description: 'When it was started.' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  @Field(() => DateTimeISO, { description: 'When rows last came, or were taken back.' })
  updatedAt!: string;

  @Field(() => DateTimeISO, { description: 'Until when it can be undone, 30 days later; then nobody knows its rows.' })
  undoableUntil!: string;
}
