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
