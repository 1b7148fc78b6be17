import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { IdempotencyConflict } from '../database/idempotency';
import { sqlState, sqlStateOf } from '../database/sql-state';
import { uuidFrom } from './text';

export enum UserErrorCode {
  REQUIRED = 'REQUIRED',
  TOO_SHORT = 'TOO_SHORT',
  TOO_LONG = 'TOO_LONG',
  INVALID = 'INVALID',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
}

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'What is wrong with a field of an input, for programs.',
  valuesConfig: {
    REQUIRED: { description: 'It is missing or blank.' },
    TOO_SHORT: { description: 'It has fewer characters than the schema’s `@constraint` asks for.' },
    TOO_LONG: { description: 'It has more characters or bytes than the schema’s `@constraint` allows.' },
    INVALID: { description: 'It does not have the expected form, or holds characters that cannot be stored.' },
    NOT_FOUND: { description: 'The id belongs to nothing in this tenant.' },
    CONFLICT: {
      description: 'It contradicts what is stored, such as an idempotency key that was used for another input.',
    },
  },
});

@ObjectType({
  description: 'Something about the input that the sender can put right. Nothing was changed.',
  simpleResolvers: true,
})
export class UserError {
  @Field(() => UserErrorCode, { description: 'For programs.' })
  code!: UserErrorCode;

  @Field(() => [String], {
    description: 'The path to the field within `input`, such as `["email"]` or `["metadata", "notes"]`.',
  })
  field!: string[];

  @Field(() => String, { description: 'For people: one sentence that says what is expected.' })
  message!: string;
}

export const notFound = (field: string, what: string): UserError => ({
  code: UserErrorCode.NOT_FOUND,
  field: [field],
  message: `There is no ${what} with this id.`,
});

export const keyConflict = (): UserError => ({
  code: UserErrorCode.CONFLICT,
  field: ['idempotencyKey'],
  message: 'This idempotency key was used for another input within the last 24 hours. Send a new one.',
});

/** The same for the errors of an input that are looked for before its work. */
export const checkId = (field: string, id: string, what: string): UserError[] =>
  uuidFrom(id) === null ? [notFound(field, what)] : [];

/** An id as it is stored. Errors: `Refusal` for text of any other form, which belongs to nothing. */
export function requireId(field: string, id: string, what: string): string {
  const uuid = uuidFrom(id);
  if (uuid === null) throw new Refusal(notFound(field, what));
  return uuid;
}

/** Thrown within a transaction: what was written before is undone, and the sender gets to know why. */
export class Refusal extends Error {
  constructor(readonly userError: UserError) {
    super(userError.message);
    this.name = 'Refusal';
  }
}

/** A write that the database may refuse so, for a reason that the sender can put right. Errors: `Refusal` with that reason. */
export async function refusedBy<Rows>(state: string, reason: UserError, writing: Promise<Rows>): Promise<Rows> {
  try {
    return await writing;
  } catch (error) {
    throw sqlStateOf(error) === state ? new Refusal(reason) : error;
  }
}

/** What a write is refused with where a row that is there keeps it from being written, by the unique index that says so. */
export type Conflicts = Readonly<Record<string, UserError>>;

/**
 * For the payload of a write that threw. Errors: whatever is not the sender's to put right is thrown on.
 * Conflicts are known here and not where a row is written: where all of a write is sent at once, every statement behind the one that failed
 * fails as it did.
 */
export function userErrorFrom(error: unknown, conflicts: Conflicts = {}): UserError {
  if (error instanceof Refusal) return error.userError;
  if (error instanceof IdempotencyConflict) return keyConflict();
  const { constraint = '' } = error as { constraint?: string };
  // On Citus a shard's number follows.
  const index = Object.keys(conflicts).find((name) => constraint.startsWith(name));
  const conflict = sqlStateOf(error) === sqlState.uniqueViolation && index ? conflicts[index] : undefined;
  if (!conflict) throw error;
  return conflict;
}
