import { type Constraints, constraintsOf } from './constraint';
import { UnkeepableNumber } from './json-object';
import { e164From, hasUnstorable, isEmail } from './text';
import { type UserError, UserErrorCode } from './user-error';

/** Both JSON.stringify and PostgreSQL's reader of jsonb give up on nesting of some thousands. */
const deepestNesting = 50;
/** Of one field: a list of bad texts is told by its first ones, or the answer would be many times as long as the request. */
const mostTold = 20;

/**
 * All that is wrong with an input by the constraints of its class, and any text in it that cannot be stored.
 * A field that is left out or null is no error here: whether it may be is the schema's or the operation's business.
 */
export function checkInput<Input extends object>(InputClass: new () => Input, input: Input): UserError[] {
  const constraints = constraintsOf(InputClass);
  return Object.entries(input).flatMap(([name, value]) => {
    if (value === undefined || value === null || value instanceof Date) return [];
    const unstorable = checkStorable(value, [name]).slice(0, mostTold);
    if (unstorable.length > 0) return unstorable;
    const rule = constraints[name];
    const error = rule ? checkValue(value, name, rule) : null;
    return error ? [error] : [];
  });
}

function checkValue(value: unknown, name: string, rule: Constraints): UserError | null {
  const refuse = (code: UserErrorCode, expected: string): UserError => ({
    code,
    field: [name],
    message: `${labelOf(name)} ${expected}`,
  });
  if (rule.maxBytes !== undefined && Buffer.byteLength(JSON.stringify(value)) > rule.maxBytes) {
    return refuse(UserErrorCode.TOO_LONG, `can have at most ${rule.maxBytes.toLocaleString('en')} bytes as JSON.`);
  }
  if (typeof value !== 'string') return null;

  const text = value.trim();
  const length = [...text].length;
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, format } = rule;
  if (length === 0) return minLength > 0 ? refuse(UserErrorCode.REQUIRED, 'is required.') : null;
  if (length < minLength) return refuse(UserErrorCode.TOO_SHORT, `needs at least ${minLength} characters.`);
  if (length > maxLength) {
    return refuse(
      UserErrorCode.TOO_LONG,
      `can have at most ${maxLength.toLocaleString('en')} characters; this has ${length.toLocaleString('en')}.`,
    );
  }
  if (format === 'EMAIL' && !isEmail(text))
    return refuse(UserErrorCode.INVALID, 'must be an address such as ann@example.com.');
  if (format === 'PHONE' && !e164From(text)) {
    return refuse(UserErrorCode.INVALID, 'must be a full number with its country code, such as +49 30 901820.');
  }
  return null;
}

/** Characters and numbers that would not come back as they went in. Looks into lists and objects too, keys included; the path leads to the offending text. */
function checkStorable(value: unknown, path: string[]): UserError[] {
  if (typeof value === 'string') return hasUnstorable(value) ? [unstorableAt(path)] : [];
  if (value instanceof UnkeepableNumber || isChangedNumber(value)) return [unkeepableAt(path)];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  if (path.length > deepestNesting) return [tooDeepAt(path.slice(0, 1))];
  return Object.entries(value).flatMap(([key, inner]) =>
    hasUnstorable(key) ? [unstorableAt(path)] : checkStorable(inner, [...path, key]),
  );
}

const unstorableAt = (path: string[]): UserError => ({
  code: UserErrorCode.INVALID,
  field: path,
  message: `${labelOf(path[0] ?? '')} holds characters that cannot be stored: NUL, or half of a surrogate pair.`,
});

/** Past this, whole numbers are no longer all there are; what came over a socket was changed before anyone could look. */
const isChangedNumber = (value: unknown): boolean =>
  typeof value === 'number' && (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)));

const unkeepableAt = (path: string[]): UserError => ({
  code: UserErrorCode.INVALID,
  field: path,
  message: `${labelOf(path[0] ?? '')} holds a number with more digits than can be kept: send it as text.`,
});

const tooDeepAt = (path: string[]): UserError => ({
  code: UserErrorCode.INVALID,
  field: path,
  message: `${labelOf(path[0] ?? '')} can be nested at most ${deepestNesting} levels deep.`,
});

/** `idempotencyKey` → `Idempotency key`. */
function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
