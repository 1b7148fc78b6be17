import { Field, ID, InputType, Int } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { externalIdDescription } from '../graphql/external-id';
import { JSONObject } from '../graphql/json-object';
import { OnDuplicate } from './import';

export const mostRowsAtOnce = 500;

@InputType({ description: 'An import to start.' })
export class StartImportInput {
  @Field(() => String, { description: 'For people, such as the name of the file.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  name!: string;

  @Field(() => OnDuplicate, {
    defaultValue: OnDuplicate.SKIP,
    description: 'What becomes of rows whose contacts are there already.',
  })
  onDuplicate!: OnDuplicate;

  @Field(() => Int, {
    nullable: true,
    description: 'How many rows are to come, where that is known: with the last of them it is finished.',
  })
  rowCount?: number | null;

  @Field(() => JSONObject, { nullable: true, description: 'Anything of your own about it.' })
  @Constraint({ maxBytes: 16_384 })
  settings?: Record<string, unknown> | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own. Sent again with the same input within 24 hours, it answers the first result and starts nothing.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A contact to be, as a row of a file has it. What is blank counts as left out.' })
export class ImportRowInput {
  @Field(() => Int, {
    description:
      'Its place in the file, from 1. A number that was sent before answers what became of it then, and writes nothing.',
  })
  number!: number;

  @Field(() => String, { nullable: true, description: 'The whole name; required of a row that makes a contact.' })
  @Constraint({ maxLength: 200 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'A row that makes a contact has this or `phone`.' })
  @Constraint({ maxLength: 320, format: 'EMAIL' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'With its country code.' })
  @Constraint({ maxLength: 50, format: 'PHONE' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The organisation the contact works for.' })
  @Constraint({ maxLength: 200 })
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'What the contact does there.' })
  @Constraint({ maxLength: 200 })
  position?: string | null;

  @Field(() => String, { nullable: true, description: 'How the contact came to you.' })
  @Constraint({ maxLength: 200 })
  source?: string | null;

  @Field(() => String, { nullable: true, description: externalIdDescription('contacts') })
  @Constraint({ maxLength: 500 })
  externalId?: string | null;

  @Field(() => JSONObject, {
    nullable: true,
    description:
      'Further keys, those of custom fields too. Each is filled or overwritten by itself; null and blank count as left out.',
  })
  @Constraint({ maxBytes: 16_384 })
  metadata?: Record<string, unknown> | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the sender finds wrong with the row, such as a cell too many: it is refused, and counted, with this reason.',
  })
  @Constraint({ maxLength: 500 })
  problem?: string | null;
}

@InputType({ description: 'Rows of an import.' })
export class ImportContactsInput {
  @Field(() => ID, { nullable: true, description: 'Of which import, from `startImport`; a dry run needs none.' })
  importId?: string | null;

  @Field(() => [ImportRowInput], {
    description: `At most ${mostRowsAtOnce}, in the order of the file; none twice. What is wrong with one refuses that one alone.`,
  })
  rows!: ImportRowInput[];

  @Field(() => OnDuplicate, {
    nullable: true,
    description: 'Of a dry run without an import, where nothing said is SKIP; an import has its own.',
  })
  onDuplicate?: OnDuplicate | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Says what would become of the rows, and writes nothing. What earlier batches would make is not known to it.',
  })
  isDryRun!: boolean;
}

@InputType({ description: 'The import that gets no more rows.' })
export class FinishImportInput {
  @Field(() => ID, { description: 'Which import.' })
  importId!: string;
}

@InputType({ description: 'The import to take back.' })
export class UndoImportInput {
  @Field(() => ID, { description: 'Which import.' })
  importId!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether contacts that somebody has changed since stay as they are. Where not, they are taken back too, unless they have been written to; asked so of an import that was undone, it takes back those that were kept.',
  })
  keepChanged!: boolean;
}
