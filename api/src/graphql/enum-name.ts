/** What the schema calls a value of an enum, so that what was given can be given again. */
export const nameIn = (values: Record<string, string | number>, value: string | number): string | undefined =>
  Object.keys(values).find((name) => values[name] === value);
