import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../graphql/date-time';
import type { TimelineRow } from './timeline.list';

@InterfaceType({ description: 'Something that happened with a contact.' })
export abstract class TimelineEntry {
  constructor(readonly row: TimelineRow) {}

  @Field(() => ID, { description: 'Of what happened: no two entries of one type have the same.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => DateTimeISO, { description: 'When.' })
  get occurredAt(): string {
    return this.row.occurredAt;
  }
}

@ObjectType({ implements: TimelineEntry, description: 'The contact was created.' })
export class ContactCreatedEntry extends TimelineEntry {}

@ObjectType({ implements: TimelineEntry, description: 'Fields of the contact got other values.' })
export class ContactChangedEntry extends TimelineEntry {}

@ObjectType({ implements: TimelineEntry, description: 'The contact came back from among the deleted ones.' })
export class ContactRestoredEntry extends TimelineEntry {}

@ObjectType({ implements: TimelineEntry, description: 'An import made the contact, or changed it.' })
export class ContactImportedEntry extends TimelineEntry {
  @Field(() => ID, { nullable: true, description: 'Of the import.' })
  get importId(): string | null {
    return this.row.sourceId;
  }
}

@ObjectType({
  implements: TimelineEntry,
  description: 'Another contact, who is the same person, was made one with this contact; or the two were parted again.',
})
export class ContactMergedEntry extends TimelineEntry {
  @Field(() => ID, { nullable: true, description: 'Of the merge.' })
  get mergeId(): string | null {
    return this.row.sourceId;
  }

  @Field(() => Boolean, { description: 'Whether they were parted: a merge was undone.' })
  get isParted(): boolean {
    return this.row.kind === 'parted';
  }
}

@ObjectType({ implements: TimelineEntry, description: 'A conversation with the contact began.' })
export class ConversationStartedEntry extends TimelineEntry {}

@ObjectType({ implements: TimelineEntry, description: 'Somebody noted something.' })
export class ContactNoteEntry extends TimelineEntry {}

@ObjectType({ description: 'What a field was and what it became.', simpleResolvers: true })
export class ContactFieldChange {
  @Field(() => String, {
    description:
      'Its name, such as `email`; or the key of `metadata`, with `metadata.` before one that is also called `name`, `email`, `phone` or `externalId`.',
  })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was, as text or JSON; null for nothing.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'What it became, as text or JSON; null for nothing.' })
  to!: string | null;
}

const entryTypes: Readonly<Record<string, new (row: TimelineRow) => TimelineEntry>> = {
  created: ContactCreatedEntry,
  changed: ContactChangedEntry,
  restored: ContactRestoredEntry,
  imported: ContactImportedEntry,
  merged: ContactMergedEntry,
  parted: ContactMergedEntry,
  conversation: ConversationStartedEntry,
  note: ContactNoteEntry,
};

/** Errors: for a kind that nothing here writes. */
export function entryOf(row: TimelineRow): TimelineEntry {
  const Type = entryTypes[row.kind];
  if (!Type) throw new Error(`expected the kind of a timeline’s entry, got ${row.kind}`);
  return new Type(row);
}

export const fieldChanges = ({ changes }: TimelineRow): ContactFieldChange[] =>
  Object.entries(changes ?? {}).map(([field, [from, to]]) => ({ field, from: asText(from), to: asText(to) }));

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
