import { slugify } from 'transliteration';
import { isUuid } from '../graphql/text';

const maxLength = 50;

/** Slugs that would stand in the way of the deployment's own addresses. */
const reserved = new Set(['new', 'graphql', 'assets', 'api', 'healthz', 'readyz', 'metrics', 'settings', 'tenant']);

/**
 * The slug a company's name asks for: lower-case ASCII letters, digits and hyphens, at most 50 of them, other scripts transliterated.
 * Never looks like a UUID, so that `X-Tenant-Id` can be read in one way only.
 */
export function slugFrom(name: string): string {
  const slug = slugify(name.normalize('NFKC'), { lowercase: true, separator: '-' })
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return 'company';
  return reserved.has(slug) || isUuid(slug) ? `${slug.slice(0, maxLength - 8)}-company` : slug;
}

/** Whether that text, typed by somebody, is a slug as `slugFrom` makes them. */
export const isSlug = (text: string): boolean => text === slugFrom(text);

/** The nth slug of the same name: `acme`, `acme-2`, `acme-3`. */
export function nthSlug(slug: string, n: number): string {
  if (n === 1) return slug;
  const suffix = `-${n}`;
  return `${slug.slice(0, maxLength - suffix.length)}${suffix}`;
}
