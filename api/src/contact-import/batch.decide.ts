import { isDeepStrictEqual } from 'node:util';
import { type FieldChanges, keyOfHistory } from '../contact/contact.changes';
import { unreachable } from '../contact/contact.checks';
import { type UserError, UserErrorCode } from '../graphql/user-error';
import { type CheckedRow, type ContactValues, isBlank } from './batch.check';
import type { KnownContact } from './batch.known';
import { OnDuplicate } from './import';
import { ImportOutcome } from './import-row';

export interface Decision {
  number: number;
  outcome: ImportOutcome;
  contact: KnownContact | null;
  changes: FieldChanges;
  errors: UserError[];
}

const plainFields = ['name', 'email', 'phone', 'externalId'] as const;
const mostMetadataBytes = 16_384;

/** What becomes of the rows of a batch, one after the other: each knows what those before it have made and changed. */
export class Decisions {
  private readonly byExternalId = new Map<string, KnownContact>();
  private readonly byEmail = new Map<string, KnownContact[]>();
  private readonly byPhone = new Map<string, KnownContact[]>();

  /** `known`: the oldest first. */
  constructor(
    known: readonly KnownContact[],
    private readonly onDuplicate: OnDuplicate,
    private readonly newId: (nth: number) => string,
  ) {
    for (const contact of known) this.register(contact);
  }

  decide({ number, values, errors, missing }: CheckedRow, emailKey: string | null): Decision {
    const refused = (errors: UserError[]): Decision => ({
      number,
      outcome: ImportOutcome.REFUSED,
      contact: null,
      changes: {},
      errors,
    });
    if (errors.length > 0) return refused(errors);
    const contact = this.find(values, emailKey);
    if (!contact) {
      const lacking = [...missingIn(values), ...missing];
      return lacking.length > 0 ? refused(lacking) : this.make(number, values, emailKey);
    }
    const found = { number, contact, changes: {}, errors: [] };
    if (this.onDuplicate === OnDuplicate.CREATE) return refused([externalIdTaken]);
    if (this.onDuplicate === OnDuplicate.SKIP) return { ...found, outcome: ImportOutcome.SKIPPED };
    const changes = changesOf(contact.values, values, this.onDuplicate);
    if (Object.keys(changes).length === 0) return { ...found, outcome: ImportOutcome.UNCHANGED };
    const taken = Object.entries(values.metadata).filter(([key]) => Object.hasOwn(changes, keyOfHistory(key)));
    const changed = withChanges(contact.values, values, changes, taken);
    if (Buffer.byteLength(JSON.stringify(changed.metadata)) > mostMetadataBytes) return refused([tooMuchMetadata]);
    contact.values = changed;
    contact.newMetadata = Object.fromEntries([...Object.entries(contact.newMetadata), ...taken]);
    if ('email' in changes) contact.emailKey = emailKey;
    this.register(contact);
    return { ...found, outcome: ImportOutcome.CHANGED, changes };
  }

  private made = 0;

  private make(number: number, values: ContactValues, emailKey: string | null): Decision {
    const id = this.newId(this.made);
    this.made += 1;
    const contact = { id, values, emailKey, newMetadata: values.metadata, before: null, owner: null, isAsLeft: true };
    this.register(contact);
    return { number, outcome: ImportOutcome.CREATED, contact, changes: {}, errors: [] };
  }

  private find({ externalId, phoneE164 }: ContactValues, emailKey: string | null): KnownContact | null {
    const named = externalId === null ? undefined : this.byExternalId.get(externalId);
    if (named || this.onDuplicate === OnDuplicate.CREATE) return named ?? null;
    const isNamedAlike = ({ values }: KnownContact) => externalId === null || values.externalId === null;
    for (const [index, key, keyOf] of [
      [this.byEmail, emailKey, (contact: KnownContact) => contact.emailKey],
      [this.byPhone, phoneE164, ({ values }: KnownContact) => values.phoneE164],
    ] as const) {
      // A row before this one may have given it another.
      const isBy = (contact: KnownContact) => keyOf(contact) === key && isNamedAlike(contact);
      const alike = key === null ? undefined : index.get(key)?.find(isBy);
      if (alike) return alike;
    }
    return null;
  }

  private register(contact: KnownContact): void {
    const { externalId, phoneE164 } = contact.values;
    if (externalId !== null) this.byExternalId.set(externalId, contact);
    for (const [index, key] of [
      [this.byEmail, contact.emailKey],
      [this.byPhone, phoneE164],
    ] as const) {
      if (key === null) continue;
      const alike = index.get(key) ?? [];
      if (!alike.includes(contact)) index.set(key, [...alike, contact]);
    }
  }
}

function missingIn({ name, email, phone }: ContactValues): UserError[] {
  const errors: UserError[] = [];
  if (name === null) errors.push({ code: UserErrorCode.REQUIRED, field: ['name'], message: 'Name is required.' });
  if (email === null && phone === null) errors.push(unreachable);
  return errors;
}

/** Nothing that is there is ever emptied; and what another system calls a contact is filled in, but never replaced. */
function changesOf(before: ContactValues, row: ContactValues, onDuplicate: OnDuplicate): FieldChanges {
  const isFilled = onDuplicate === OnDuplicate.FILL;
  const changes: [field: string, [from: unknown, to: unknown]][] = [];
  const compare = (field: string, from: unknown, to: unknown, isOnlyFilled: boolean) => {
    if (isBlank(to) || isDeepStrictEqual(from, to) || (isOnlyFilled && !isBlank(from))) return;
    changes.push([field, [from ?? null, to]]);
  };
  for (const field of plainFields) compare(field, before[field], row[field], isFilled || field === 'externalId');
  for (const [key, to] of Object.entries(row.metadata))
    compare(keyOfHistory(key), ownOf(before.metadata, key), to, isFilled);
  // Not by assignment: a key may be called `__proto__`.
  return Object.fromEntries(changes);
}

const ownOf = (metadata: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(metadata, key) ? metadata[key] : undefined;

function withChanges(
  before: ContactValues,
  row: ContactValues,
  changes: FieldChanges,
  taken: [key: string, value: unknown][],
): ContactValues {
  const has = (field: string) => Object.hasOwn(changes, field);
  return {
    ...before,
    ...Object.fromEntries(plainFields.filter(has).map((field) => [field, row[field]])),
    ...(has('phone') && { phoneE164: row.phoneE164 }),
    metadata: Object.fromEntries([...Object.entries(before.metadata), ...taken]),
  };
}

const externalIdTaken: UserError = {
  code: UserErrorCode.CONFLICT,
  field: ['externalId'],
  message: 'There is a contact with this external id already.',
};

const tooMuchMetadata: UserError = {
  code: UserErrorCode.TOO_LONG,
  field: ['metadata'],
  message: 'Metadata would have more bytes than a contact can have.',
};
