/**
 * The statement that inserts one row, under the alias, and its values. A column that a tenant may have still to get is left out of `row` where
 * nothing is to stand in it.
 */
export function insertRow(
  table: string,
  alias: string,
  row: Readonly<Record<string, unknown>>,
): [text: string, values: unknown[]] {
  const columns = Object.keys(row);
  const places = columns.map((_, i) => `$${i + 1}`);
  const text = `insert into ${table} as ${alias} (${columns.join(', ')}) values (${places.join(', ')})`;
  return [text, Object.values(row)];
}
