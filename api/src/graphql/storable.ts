import { badArgument } from './errors';
import { hasUnstorable } from './text';

const expected = 'expected text without NUL characters and lone surrogates.';

/** For the texts of an argument, which no input's rules cover. Errors: `BAD_USER_INPUT` naming it. */
export function requireStorable(argument: string, texts: readonly string[] | null | undefined): void {
  if (texts?.some(hasUnstorable)) throw badArgument(argument, expected);
}
