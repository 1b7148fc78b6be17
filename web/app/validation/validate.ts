import isEmail from 'validator/lib/isEmail.js';
import { type ConstrainedInput, type FieldOf, type Rules, rulesOf } from './rules';

/** As the API's `UserError`, so that a form shows both in one way. */
export interface FieldError {
  code: 'REQUIRED' | 'TOO_SHORT' | 'TOO_LONG' | 'INVALID';
  /** One sentence saying what to change. */
  message: string;
}

export type FieldErrors<Field extends string> = Partial<Record<Field, FieldError>>;

/**
 * Holds a field's value against the schema's rules, before the API does the same; null when it keeps them.
 * Text is measured without the white space around it, and empty text counts as absent.
 * Asynchronous because the telephone numbering plans are loaded when first needed.
 */
export const validateField = async <I extends ConstrainedInput>(
  input: I,
  field: FieldOf<I>,
  value: unknown,
): Promise<FieldError | null> => check(rulesOf(input, field), typeof value === 'string' ? value.trim() : value);

/** All fields of a form at once; the result is empty when all is well. */
export async function validateInput<I extends ConstrainedInput, F extends FieldOf<I>>(
  input: I,
  values: Partial<Record<F, unknown>>,
): Promise<FieldErrors<F>> {
  const fields = Object.keys(values) as F[];
  const errors = await Promise.all(
    fields.map(async (field) => [field, await validateField(input, field, values[field])] as const),
  );
  return Object.fromEntries(errors.filter(([, error]) => error !== null)) as FieldErrors<F>;
}

async function check(rules: Rules, value: unknown): Promise<FieldError | null> {
  if (value === undefined || value === null || value === '') {
    return rules.isRequired ? { code: 'REQUIRED', message: 'Fill this in.' } : null;
  }
  if (typeof value === 'string')
    return checkStorable(value) ?? checkLength(rules, value) ?? (await checkFormat(rules, value));
  return checkBytes(rules, value);
}

/** PostgreSQL cannot store a NUL, nor UTF-8 half of a surrogate pair. */
const checkStorable = (text: string): FieldError | null =>
  text.includes('\0') || /\p{Surrogate}/u.test(text)
    ? { code: 'INVALID', message: 'This contains a character that cannot be stored.' }
    : null;

function checkLength({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Rules, text: string): FieldError | null {
  const length = [...text].length;
  if (length < minLength) return { code: 'TOO_SHORT', message: `Use at least ${minLength} characters.` };
  if (length > maxLength) {
    return {
      code: 'TOO_LONG',
      message: `Use at most ${maxLength.toLocaleString('en')} characters; these are ${length.toLocaleString('en')}.`,
    };
  }
  return null;
}

async function checkFormat({ format }: Rules, text: string): Promise<FieldError | null> {
  if (format === 'EMAIL' && !isEmail(text)) {
    return { code: 'INVALID', message: 'Enter an e-mail address, such as ann@example.com.' };
  }
  if (format === 'PHONE' && !(await isPhoneNumber(text))) {
    return { code: 'INVALID', message: 'Enter a telephone number in international form, such as +49 30 901820.' };
  }
  return null;
}

async function isPhoneNumber(text: string): Promise<boolean> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  return parsePhoneNumberFromString(text)?.isValid() ?? false;
}

function checkBytes({ maxBytes = Number.POSITIVE_INFINITY }: Rules, value: unknown): FieldError | null {
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  if (bytes <= maxBytes) return null;
  return {
    code: 'TOO_LONG',
    message: `Use at most ${maxBytes.toLocaleString('en')} bytes; these are ${bytes.toLocaleString('en')}.`,
  };
}
