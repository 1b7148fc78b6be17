import { parseCookie } from 'cookie';
import { localOperator, type Principal } from './principal';
import type { Principals } from './principals';
import { sessionCookieNames } from './session-cookie';

/** Where the request's credentials are found: HTTP headers, or a WebSocket's `connectionParams`, by lower-case name. */
export type Credentials = Record<string, unknown>;

export interface DoorRules {
  /** Whoever sends no credentials is the operator: for a server that nobody else can reach. */
  isOpenToOperator: boolean;
}

/** Who asks. A bearer token comes before the cookie; one that is not valid makes nobody of the caller, whatever else it sends. */
export async function authenticate(
  principals: Principals,
  credentials: Credentials,
  { isOpenToOperator }: DoorRules,
): Promise<Principal | null> {
  const token = bearerFrom(credentials['authorization']) ?? cookieFrom(credentials['cookie']);
  if (token !== null) return principals.find(token);
  return isOpenToOperator ? localOperator : null;
}

function bearerFrom(header: unknown): string | null {
  if (typeof header !== 'string' || header === '') return null;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}

function cookieFrom(header: unknown): string | null {
  if (typeof header !== 'string') return null;
  const cookies = parseCookie(header);
  for (const name of sessionCookieNames) if (cookies[name]) return cookies[name];
  return null;
}
