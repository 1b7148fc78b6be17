import type { IncomingHttpHeaders } from 'node:http';

export interface CallerRules {
  /** Names by which this server may be addressed; null for any. Keeps a stranger's page from reaching loopback under its own name. */
  allowedHosts: string[] | null;
  /** Origins whose pages may call the API from a browser, besides the API's own. */
  corsOrigins: string[];
}

export function isAllowedHost(host: string | undefined, { allowedHosts }: CallerRules): boolean {
  if (allowedHosts === null) return true;
  const url = `http://${host ?? ''}`;
  return URL.canParse(url) && allowedHosts.includes(new URL(url).hostname);
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
