import { checkInput } from './check-input';
import { type UserError, userErrorFrom } from './user-error';

/** A payload: what a mutation answers, or what to change about its input. */
type Payload<Result extends object> = { [Field in keyof Result]: Result[Field] | null } & { userErrors: UserError[] };

/** The way of a write to the registry, as `write` is for one to a tenant. `nothing` is the payload where nothing was written. */
export async function answer<Input extends object, Result extends object>(
  nothing: { [Field in keyof Result]: null },
  Input: new () => Input,
  input: Input,
  work: () => Promise<Result>,
  /** Errors: whoever may not do this at all is told so before anything about the input. */
  ask: () => void = () => undefined,
): Promise<Payload<Result>> {
  ask();
  const userErrors = checkInput(Input, input);
  if (userErrors.length > 0) return { ...nothing, userErrors };
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    return { ...nothing, userErrors: [userErrorFrom(error)] };
  }
}
