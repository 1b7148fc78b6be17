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
