import type { Principal } from './principal';
import type { Role } from './role';

/** Where a request came from, for sessions, limits and the audit log. */
export interface Origin {
  requestId: string;
  address: string | null;
  userAgent: string | null;
  /** Gives a browser its session, or takes it away; nothing on a WebSocket, whose answers have no headers. */
  setSession(token: string | null): void;
  /** The sign-in at a company's provider that this browser has begun; null where there is none. */
  attempt: string | null;
  setAttempt(token: string | null): void;
}

/** Who asks, and from where. Whoever signs in or joins a company by a request may do more within it than at its beginning. */
export interface Asker extends Origin {
  principal: Principal | null;
}

export function joinTenant(asker: Asker, tenantId: string, role: Role): void {
  const { principal } = asker;
  if (principal?.kind === 'account')
    asker.principal = { ...principal, roles: new Map([...principal.roles, [tenantId, role]]) };
}
