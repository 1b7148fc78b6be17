import type { Role } from './role';

/** A person who has signed in. */
export interface AccountPrincipal {
  kind: 'account';
  id: string;
  name: string;
  email: string;
  sessionId: string;
  /** The one company that the session opens, since its provider has opened the session; null for all that `roles` names. */
  onlyTenantId: string | null;
  /** Whether they steer the deployment. It opens no company. */
  isOperator: boolean;
  /** By tenant. */
  roles: ReadonlyMap<string, Role>;
}

/** A program of one tenant. */
export interface KeyPrincipal {
  kind: 'key';
  id: string;
  name: string;
  tenantId: string;
  scopes: ReadonlySet<string>;
}

/** Whoever reaches a server that listens on loopback only and asks nobody to sign in. */
export interface OperatorPrincipal {
  kind: 'operator';
  id: string;
  name: string;
  email: string;
}

export type Principal = AccountPrincipal | KeyPrincipal | OperatorPrincipal;

export const localOperator: OperatorPrincipal = {
  kind: 'operator',
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Local operator',
  email: 'operator@localhost',
};
