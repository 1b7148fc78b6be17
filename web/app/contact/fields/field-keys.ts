/** What a contact's metadata has besides the values of the company's fields. */
export function withoutFields(
  metadata: Record<string, unknown>,
  fields: readonly { field: { key: string } }[],
): Record<string, unknown> {
  const keys = new Set(fields.map(({ field }) => field.key));
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => !keys.has(key)));
}
