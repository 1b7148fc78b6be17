import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../graphql/user-error';

export enum ImportOutcome {
  CREATED = 'created',
  CHANGED = 'changed',
  UNCHANGED = 'unchanged',
  SKIPPED = 'skipped',
  REFUSED = 'refused',
}

registerEnumType(ImportOutcome, {
  name: 'ImportOutcome',
  description: 'What became of a row.',
  valuesConfig: {
    CREATED: { description: 'It made a contact.' },
    CHANGED: { description: 'It changed a contact that was there.' },
    UNCHANGED: { description: 'Its contact was there, and the row had nothing new for it.' },
    SKIPPED: { description: 'Its contact was there, and was to stay as it is.' },
    REFUSED: { description: 'Something is wrong with it; its errors say what.' },
  },
});

export enum UndoOutcome {
  TAKEN_BACK = 'taken_back',
  CHANGED = 'changed',
  WRITTEN_TO = 'written_to',
  DELETED = 'deleted',
  MERGED = 'merged',
}

registerEnumType(UndoOutcome, {
  name: 'UndoOutcome',
  description: 'What became of a contact when its import was undone.',
  valuesConfig: {
    TAKEN_BACK: { description: 'It is as it was before the import, or gone again.' },
    CHANGED: { description: 'Kept, since somebody has changed it after the import.' },
    WRITTEN_TO: {
      description:
        'Kept, since it has something of its own by now: a conversation, a note, a label, or another contact that was merged into it.',
    },
    DELETED: { description: 'Not possible: it had been deleted.' },
    MERGED: { description: 'Not possible: it had been merged into another.' },
  },
});

/** There are few, and of few rows: what a row costs has them in it. */
const asNone = ({ childComplexity }: { childComplexity: number }): number => childComplexity;

@ObjectType({ description: 'What became of a row, or would become of it.', simpleResolvers: true })
export class ImportResult {
  @Field(() => Int, { description: 'The row’s place in the file.' })
  number!: number;

  @Field(() => ImportOutcome, { description: 'What became of it.' })
  outcome!: ImportOutcome;

  @Field(() => ID, {
    nullable: true,
    description: 'Of its contact; null where the row is refused, and of one that a dry run would make.',
  })
  contactId!: string | null;

  @Field(() => [UserError], {
    complexity: asNone,
    description: 'Why it is refused, each with its field in the row; empty for any other outcome.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A row of an import, as it is remembered for 30 days.', simpleResolvers: true })
export class ImportRow extends ImportResult {
  @Field(() => UndoOutcome, {
    nullable: true,
    description:
      'What became of its contact when the import was undone; null where it was not, and for rows that had written nothing, or not first.',
  })
  undone!: UndoOutcome | null;
}
