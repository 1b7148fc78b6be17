const pattern = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** Fills in what is known; what is not stays as it is written. */
export const fillPlaceholders = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(pattern, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));

/** Each placeholder that still stands in the text, once. */
export const unfilledIn = (text: string): string[] => [...new Set([...text.matchAll(pattern)].map(([whole]) => whole))];
