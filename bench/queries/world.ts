/** All that a contender is told. */
export interface World {
  /** Of a login that may take the tenant's role. */
  gateway: string;
  tenantId: string;
  schema: string;
  /** Of a session of a member of the tenant. */
  token: string;
  actorId: string;
  contactIds: string[];
  /** Conversations to read, of `threadLength` messages each, at the top of every list. */
  threads: string[];
  /** Conversations to write to. */
  writable: string[];
  /** Schemas of the tenants beside it. */
  neighbours: string[];
}
