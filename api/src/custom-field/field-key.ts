import { namedMetadata } from '../contact/contact';

/** What a contact has in columns and fields of its own, in files as well: no key is one of these. */
const reserved = new Set<string>([
  ...namedMetadata,
  'id',
  'name',
  'email',
  'phone',
  'metadata',
  'labels',
  'notes',
  'fields',
  'error',
]);

const longest = 50;

/** `Renewal date` → `renewal_date`: once, from the first name, and never one that is or was another field's. */
export function keyFrom(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, longest)
    .replace(/^[_0-9]+|_+$/g, '');
  const key = words || 'field';
  const isFree = (candidate: string) => !taken.has(candidate) && !reserved.has(candidate);
  if (isFree(key)) return key;
  for (let number = 2; ; number += 1) if (isFree(`${key}_${number}`)) return `${key}_${number}`;
}
