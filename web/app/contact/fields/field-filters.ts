/** By the key of a company's field: its value is one of these. */
export type FieldFilters = Readonly<Record<string, readonly string[]>>;
