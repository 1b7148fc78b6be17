import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error';
import { Import } from './import';
import { ImportResult } from './import-row';

const importDescription = 'As it is now; null where `userErrors` says why not.';
/** Each row counts at the mutation, which knows how many they are: a result reads no more than its row did. */
const usualResults = 3;

const userErrorsDescription = 'What to change about the input; empty on success.';

@ObjectType({ description: 'The started import, or what kept it from being started.', simpleResolvers: true })
export class StartImportPayload {
  @Field(() => Import, { nullable: true, description: importDescription })
  import!: Import | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of each row, or what kept all from being read.', simpleResolvers: true })
export class ImportContactsPayload {
  @Field(() => [ImportResult], {
    nullable: true,
    complexity: ({ childComplexity }) => usualResults * (1 + childComplexity),
    description: 'In the order of the rows; null where `userErrors` says why nothing was done.',
  })
  results!: ImportResult[] | null;

  @Field(() => Import, { nullable: true, description: 'The import as it is now; null for a dry run without one.' })
  import!: Import | null;

  @Field(() => [UserError], {
    description: 'What to change about the batch as a whole; of single rows, the results say it.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The import that ended, or what kept it from ending.', simpleResolvers: true })
export class FinishImportPayload {
  @Field(() => Import, { nullable: true, description: importDescription })
  import!: Import | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The import that is being taken back, or what keeps it.', simpleResolvers: true })
export class UndoImportPayload {
  @Field(() => Import, {
    nullable: true,
    description: 'UNDOING: `importChanged` tells how far it has come. Null where `userErrors` says why not.',
  })
  import!: Import | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}
