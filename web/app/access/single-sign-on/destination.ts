import { safeNext } from '../../paths';

const key = 'sign-in-next';

/** Where somebody was going: kept in this tab while the provider has it. */
export const keepDestination = (next: string): void => sessionStorage.setItem(key, next);

/** Within the company that was signed in to: nothing else is open. */
export function takeDestination(slug: string): string {
  const next = safeNext(sessionStorage.getItem(key));
  sessionStorage.removeItem(key);
  const company = `/tenant/${slug}`;
  const isWithin = next === company || next.startsWith(`${company}/`) || next.startsWith(`${company}?`);
  return isWithin ? next : `${company}/inbox`;
}

/** The company on the way to whose pages somebody is asked to sign in; empty for any other page. */
export const companyIn = (next: string): string => /^\/tenant\/([\w-]+)/.exec(next)?.[1] ?? '';
