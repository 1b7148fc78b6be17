/** A stored value, as its JSON, the way a cell of a file has it and `checkFieldValues` reads it again. No number passes through JavaScript's. */
export function textOfValue(json: string): string {
  if (json === 'null') return '';
  if (json.startsWith('"')) return JSON.parse(json) as string;
  if (!json.startsWith('[')) return json;
  const parts = JSON.parse(json) as unknown[];
  return parts.every((part) => typeof part === 'string') ? parts.join('; ') : json;
}
