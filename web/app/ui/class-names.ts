import { type ClassValue, clsx } from 'clsx';

/** What a component's own look may say and its caller may replace: all that `classNames` decides between. Another property keeps both names. */
interface Property {
  name: string;
  pattern: RegExp;
  /** Properties of which it sets a part, or that set a part of it. */
  replaces?: readonly string[];
}

/** By a name, or by a number of steps; what stands in brackets is nobody's default. */
const anyOf = (prefix: string): RegExp => new RegExp(`^${prefix}-[^[\\]]+$`);
const oneOf = (prefix: string, values: string): RegExp => new RegExp(`^${prefix}-(${values})$`);

/** The first that fits: sizes of text come before its colours, since both are called `text-…`. */
const properties: readonly Property[] = [
  { name: 'size', pattern: anyOf('size'), replaces: ['h', 'w'] },
  { name: 'h', pattern: anyOf('h') },
  { name: 'w', pattern: anyOf('w') },
  { name: 'min-w', pattern: anyOf('min-w') },
  { name: 'max-w', pattern: anyOf('max-w') },
  { name: 'p', pattern: anyOf('p'), replaces: ['px', 'py'] },
  { name: 'px', pattern: anyOf('px') },
  { name: 'py', pattern: anyOf('py') },
  { name: 'gap', pattern: /^gap-(?![xy]-)[^[\]]+$/ },
  { name: 'shrink', pattern: /^shrink(-0)?$/ },
  { name: 'justify', pattern: oneOf('justify', 'start|center|between|end') },
  { name: 'items', pattern: oneOf('items', 'start|center|end|stretch|baseline') },
  { name: 'rounded', pattern: oneOf('rounded', 'none|sm|md|lg|xl|full|control|card') },
  { name: 'shadow', pattern: oneOf('shadow', 'none|card|raised') },
  { name: 'font-size', pattern: oneOf('text', 'xs|detail|sm|reading|base|lg|xl|2xl|3xl') },
  { name: 'font-weight', pattern: oneOf('font', 'normal|medium|semibold|bold') },
  { name: 'text-colour', pattern: /^text-(?!(left|center|right|start|end|balance|pretty|wrap|nowrap)$|\d)[^[\]]+$/ },
  { name: 'border-style', pattern: oneOf('border', 'solid|dashed|dotted|none') },
  { name: 'border-colour', pattern: /^border-(?![xytrbl](-|$)|\d)[^[\]]+$/ },
  { name: 'background-colour', pattern: anyOf('bg') },
];

/** Looks are few and rendered often; on the server, in every row of every page. */
const merged = new Map<string, string>();
const maxMerged = 1_000;

/** Joins class names; of two that set the same property under the same conditions (`hover:`, `sm:`), the later one wins. */
export function classNames(...values: ClassValue[]): string {
  const names = clsx(values);
  const known = merged.get(names);
  if (known !== undefined) return known;
  if (merged.size >= maxMerged) merged.clear();
  const result = merge(names);
  merged.set(names, result);
  return result;
}

function merge(names: string): string {
  const replaced = new Set<string>();
  const kept = names
    .split(/\s+/)
    .reverse()
    .filter((name) => {
      const [conditions, rest] = splitConditions(name);
      const property = properties.find(({ pattern }) => pattern.test(rest));
      if (!property) return true;
      if (replaced.has(conditions + property.name)) return false;
      for (const gone of [property.name, ...(property.replaces ?? [])]) replaced.add(conditions + gone);
      return true;
    });
  return kept.reverse().join(' ').trim();
}

/** `[&_svg]:hover:size-4` is `size-4` under `[&_svg]:hover:`. */
function splitConditions(name: string): [conditions: string, rest: string] {
  const end = name.lastIndexOf(':', name.endsWith(']') ? name.lastIndexOf('[') : undefined) + 1;
  return [name.slice(0, end), name.slice(end)];
}
