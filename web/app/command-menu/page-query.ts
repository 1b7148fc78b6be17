const queries: readonly (readonly [RegExp, string])[] = [
  [/^\/?$/, 'Dashboard'],
  [/^\/contacts$/, 'ContactList'],
  [/^\/contacts\/import$/, 'ContactImports'],
  [/^\/contacts\/(?!new$|deleted$|import$)/, 'ContactPage'],
  [/^\/inbox$/, 'Inbox'],
  [/^\/inbox\//, 'Thread'],
];

/** The name of the query by which a page of a company is read, by its path below the company's; undefined where it has none of its own. */
export const pageQueryOf = (path: string): string | undefined => queries.find(([pattern]) => pattern.test(path))?.[1];
