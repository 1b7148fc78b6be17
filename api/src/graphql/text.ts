import { parsePhoneNumberFromString } from 'libphonenumber-js';
import isEmailAddress from 'validator/lib/isEmail';

/** NUL, which PostgreSQL cannot store, and halves of surrogate pairs, which it would silently replace. */
export function hasUnstorable(text: string): boolean {
  return text.includes('\u0000') || /\p{Surrogate}/u.test(text);
}

export function isEmail(text: string): boolean {
  return isEmailAddress(text);
}

/** The number in E.164 (`+4930901820`); null unless it has a country code and a possible length. `00` stands for `+`. */
export function e164From(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text.trim().replace(/^00/, '+'), { extract: false });
  return parsed?.isPossible() ? parsed.number : null;
}

/** Optional text as it is stored: trimmed; null where nothing is left. */
export function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

/** An id as it is stored and published; null for text of any other form, which belongs to nothing and which PostgreSQL would answer with an error. */
export function uuidFrom(text: string): string | null {
  return isUuid(text) ? text.toLowerCase() : null;
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
