import { type UserError, UserErrorCode } from '../graphql/user-error';
import { type CustomFieldKind, isChosen } from './custom-field-kind';

const [mostOptions, longestOption] = [100, 60];

export const trimmedOptions = (options: readonly string[] | null | undefined): string[] =>
  (options ?? []).map((option) => option.trim());

/** What is wrong with the options that a field of this kind is to have. A semicolon parts them where a file has several in one cell. */
export function checkOptions(kind: CustomFieldKind, given: readonly string[] | null | undefined): UserError[] {
  const options = trimmedOptions(given);
  if (!isChosen(kind)) return options.length > 0 ? refuse('Only a field with a choice has options.') : [];
  if (options.length === 0) return refuse('At least one option is required.', UserErrorCode.REQUIRED);
  if (options.length > mostOptions)
    return refuse(`There can be at most ${mostOptions} options.`, UserErrorCode.TOO_LONG);
  if (options.includes('')) return refuse('An option cannot be blank.', UserErrorCode.REQUIRED);
  if (options.some((option) => [...option].length > longestOption))
    return refuse(`An option can have at most ${longestOption} characters.`, UserErrorCode.TOO_LONG);
  if (options.some((option) => /[;\r\n]/.test(option)))
    return refuse('An option is one line without semicolons, which part options in files.');
  const twice = options.find((option, i) => options.slice(0, i).some((other) => isSame(other, option)));
  return twice === undefined ? [] : refuse(`There is an option "${twice}" already.`);
}

/** Nobody tells two options apart by case. */
export const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const refuse = (message: string, code = UserErrorCode.INVALID): UserError[] => [{ code, field: ['options'], message }];
