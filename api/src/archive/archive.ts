import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeISO } from '../graphql/date-time';

export enum ArchiveReason {
  NIGHTLY = 'nightly',
  ASKED = 'asked',
}

registerEnumType(ArchiveReason, {
  name: 'ArchiveReason',
  description: 'Why a company was kept as a file.',
  valuesConfig: {
    NIGHTLY: { description: 'Each night, where the operator has set that.' },
    ASKED: { description: 'An owner asked for it (`exportArchive`).' },
  },
});

@ObjectType({
  description:
    'The company whole, as it was at one moment, in one file; taken out from `/archives/ID`, and gone after some days.',
  simpleResolvers: true,
})
export class Archive {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => DateTimeISO, { description: 'The moment that all of its rows are from.' })
  madeAt!: string;

  @Field(() => Float, { description: 'How long the file is.' })
  bytes!: number;

  @Field(() => Float, { description: 'How many rows it has, of all tables.' })
  rows!: number;

  @Field(() => ArchiveReason, { description: 'Why it was made.' })
  reason!: ArchiveReason;

  @Field(() => String, { description: 'Of the company’s tables: the newest migration that had run on them.' })
  schemaVersion!: string;

  @Field(() => String, { description: 'Of the whole file, hexadecimal; `docs/archive.md` tells of what.' })
  checksum!: string;

  /** Its name in the store. */
  place!: string;
}
