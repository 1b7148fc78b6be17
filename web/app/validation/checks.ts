import { formatCount } from '../ui/format';
import { type ConstrainedInput, type FieldOf, type Rules, rulesOf } from './rules';

/** As the API's `UserError`, so that a form shows both in one way. */
export interface FieldError {
  code: 'REQUIRED' | 'TOO_SHORT' | 'TOO_LONG' | 'INVALID';
  /** One sentence saying what to change. */
  message: string;
}

export type FieldErrors<Field extends string> = Partial<Record<Field, FieldError>>;

/** See `validateField`. Asynchronous because the rules of addresses and the telephone numbering plans are loaded when first needed. */
export async function checkField<I extends ConstrainedInput>(
  input: I,
  field: FieldOf<I>,
  value: unknown,
): Promise<FieldError | null> {
  const problem = await check(rulesOf(input, field), typeof value === 'string' ? value.trim() : value);
  return problem && { code: problem.code, message: `${labelOf(field)} ${problem.text}` };
}

/** See `validateInput`. */
export async function checkInput<I extends ConstrainedInput, F extends FieldOf<I>>(
  input: I,
  values: Partial<Record<F, unknown>>,
): Promise<FieldErrors<F>> {
  const fields = Object.keys(values) as F[];
  const errors = await Promise.all(
    fields.map(async (field) => [field, await checkField(input, field, values[field])] as const),
  );
  return Object.fromEntries(errors.filter(([, error]) => error !== null)) as FieldErrors<F>;
}

interface Problem {
  code: FieldError['code'];
  /** The rest of a sentence that begins with the field's name, worded as the API words it. */
  text: string;
}

async function check(rules: Rules, value: unknown): Promise<Problem | null> {
  if (value === undefined || value === null) return rules.isRequired ? required : null;
  if (typeof value !== 'string') return checkBytes(rules, value);
  if (value === '') return rules.isRequired || rules.minLength ? required : null;
  return checkStorable(value) ?? checkLength(rules, value) ?? (await checkFormat(rules, value));
}

const required: Problem = { code: 'REQUIRED', text: 'is required.' };

/** PostgreSQL cannot store a NUL, nor UTF-8 half of a surrogate pair. */
const checkStorable = (text: string): Problem | null =>
  text.includes('\0') || /\p{Surrogate}/u.test(text)
    ? { code: 'INVALID', text: 'holds characters that cannot be stored: NUL, or half of a surrogate pair.' }
    : null;

function checkLength({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Rules, text: string): Problem | null {
  const length = [...text].length;
  if (length < minLength) return { code: 'TOO_SHORT', text: `needs at least ${minLength} characters.` };
  if (length <= maxLength) return null;
  return {
    code: 'TOO_LONG',
    text: `can have at most ${formatCount(maxLength)} characters; this has ${formatCount(length)}.`,
  };
}

async function checkFormat({ format }: Rules, text: string): Promise<Problem | null> {
  if (format === 'EMAIL' && !(await isEmailAddress(text)))
    return { code: 'INVALID', text: 'must be an address such as ann@example.com.' };
  if (format === 'PHONE' && !(await isPhoneNumber(text))) {
    return { code: 'INVALID', text: 'must be a full number with its country code, such as +49 30 901820.' };
  }
  return null;
}

async function isEmailAddress(text: string): Promise<boolean> {
  const { default: isEmail } = await import('validator/lib/isEmail.js');
  return isEmail(text);
}

/** `00` stands for `+`, as the API has it. */
async function isPhoneNumber(text: string): Promise<boolean> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  return parsePhoneNumberFromString(text.replace(/^00/, '+'))?.isPossible() ?? false;
}

function checkBytes({ maxBytes = Number.POSITIVE_INFINITY }: Rules, value: unknown): Problem | null {
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  return bytes <= maxBytes
    ? null
    : { code: 'TOO_LONG', text: `can have at most ${formatCount(maxBytes)} bytes as JSON.` };
}

/** `idempotencyKey` → `Idempotency key`. */
function labelOf(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
