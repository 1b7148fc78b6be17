import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';

export interface CallerRules {
  /** Names by which this server may be addressed; null for any. Keeps a stranger's page from reaching loopback under its own name. */
  allowedHosts: string[] | null;
  /** Origins whose pages may call the API from a browser, besides the API's own. */
  corsOrigins: string[];
}

/** Reading an address takes longer than all else that is asked of a request here. Shape: empty for what is none. */
const hostnames = new LRUCache<string, string>({
  max: 1_000,
  maxSize: 100_000,
  sizeCalculation: (_, host) => host.length + 1,
  memoMethod: (host) => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''),
});

export function isAllowedHost(host: string | undefined, { allowedHosts }: CallerRules): boolean {
  return allowedHosts === null || allowedHosts.includes(hostnames.memo(host ?? ''));
}

/** Whether a page of this origin may call a server that it addressed as `host`. */
export function isAllowedOrigin(origin: string, host: string | undefined, { corsOrigins }: CallerRules): boolean {
  return corsOrigins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}

/**
 * Whether a page of another site had a browser send this, which it can do without being allowed to read the answer.
 * Browsers say so in `Sec-Fetch-Site`, which no page can set or suppress; programs send neither header.
 */
export function isForged(headers: IncomingHttpHeaders, rules: CallerRules): boolean {
  if (headers.origin !== undefined) return !isAllowedOrigin(headers.origin, headers.host, rules);
  return !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);
}
