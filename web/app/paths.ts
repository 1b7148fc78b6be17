/** The page that asks to sign in, and then leads on to where one was going. */
export const signInPathFor = ({ pathname, search }: { pathname: string; search: string }): string =>
  pathname === '/' && search === '' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: pathname + search })}`;

/** Where to go on to: a path of this site, whatever a link from elsewhere may name. */
export function safeNext(next: string | null): string {
  if (next === null || !/^\/(?![/\\])/.test(next)) return '/';
  const here = 'http://here.invalid';
  const url = URL.canParse(next, here) ? new URL(next, here) : null;
  return url?.origin === here ? url.pathname + url.search : '/';
}

/**
 * The same page of a company by the address that it has, where it was opened by one from before it was renamed; null where nothing changes.
 * `named`: as the path names the company, by slug or id.
 */
export function presentPath(
  named: string | undefined,
  { id, slug }: { id: string; slug: string },
  pathname: string,
): string | null {
  const before = `/tenant/${named}`;
  if (named === undefined || named === slug || named.toLowerCase() === id || !pathname.startsWith(before)) return null;
  return `/tenant/${slug}${pathname.slice(before.length)}`;
}
