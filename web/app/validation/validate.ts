import type { FieldError, FieldErrors } from './checks';
import type { ConstrainedInput, FieldOf } from './rules';

/** The schema's table of rules is not needed before somebody has typed. Where it cannot be had, the API alone looks at what is sent. */
const load = () => import('./checks').catch(() => null);

if (typeof window !== 'undefined') window.requestIdleCallback?.(() => void load());

/**
 * Holds a field's value against the schema's rules, before the API does the same; null when it keeps them.
 * Text is measured without the white space around it, and empty text counts as absent.
 */
export async function validateField<I extends ConstrainedInput>(
  input: I,
  field: FieldOf<I>,
  value: unknown,
): Promise<FieldError | null> {
  const checks = await load();
  return checks?.checkField(input, field, value) ?? null;
}

/** All fields of a form at once; the result is empty when all is well. */
export async function validateInput<I extends ConstrainedInput, F extends FieldOf<I>>(
  input: I,
  values: Partial<Record<F, unknown>>,
): Promise<FieldErrors<F>> {
  const checks = await load();
  return checks ? checks.checkInput<I, F>(input, values) : {};
}
