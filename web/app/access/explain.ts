import { isOneCompanyOnly, oneCompanyOnly, statusOf } from '../apollo/api-error';

/** What a person can do about an answer that was none. */
export function explain(error: unknown): string {
  const status = statusOf(error);
  if (status === 429) return 'Too many attempts in a short time. Wait a few minutes, then try again.';
  if (status === 401) return 'You are not signed in any more. Sign in, then try again.';
  if (isOneCompanyOnly(error)) return oneCompanyOnly;
  if (status === 403 || status === 404) return 'You are no longer allowed to do this.';
  return 'The service does not answer. Your entries are kept; try again.';
}
