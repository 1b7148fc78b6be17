import { authenticate, type Credentials, mayOpen } from './access/authenticate';
import type { Viewer } from './access/viewer';
import { RequestContext, type TenantScope } from './context';
import { tenantNotFound } from './errors';
import type { Live } from './live/live';
import { newLoaders } from './loaders';
import type { Tenancy } from './tenancy/tenancy';
import type { Tenant } from './tenancy/tenant';

export interface Door {
  tenancy: Tenancy;
  live: Live;
}

export interface Caller {
  requestId: string;
  credentials: Credentials;
  /** The id or slug that the caller sent, if any. It selects among what the viewer may open, and proves nothing. */
  tenantId: unknown;
  /** Off for subscriptions: their context lives as long as the socket. */
  cacheRows: boolean;
}

/** The one way from a caller to a context. A tenant that cannot be opened is an error of the fields that need it, not of the others. */
export async function openContext(door: Door, caller: Caller): Promise<RequestContext> {
  const viewer = await authenticate(caller.credentials);
  return new RequestContext(caller.requestId, viewer, door.tenancy, await openScope(door, viewer, caller));
}

async function openScope(door: Door, viewer: Viewer | null, caller: Caller): Promise<TenantScope | Error | null> {
  if (caller.tenantId === undefined || caller.tenantId === null || caller.tenantId === '') return null;
  try {
    const tenant = typeof caller.tenantId === 'string' ? await door.tenancy.findTenant(caller.tenantId) : null;
    if (!tenant || !mayOpen(viewer, tenant)) return tenantNotFound();
    return await scopeOf(door, tenant, caller.cacheRows);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

export async function scopeOf(door: Door, tenant: Tenant, cacheRows: boolean): Promise<TenantScope> {
  const manager = await door.tenancy.managerOf(tenant);
  return {
    tenant,
    manager,
    loaders: newLoaders(manager, { cache: cacheRows }),
    publish: (...events) => door.live.publish(tenant.id, events),
    subscribe: (type) => door.live.subscribe(tenant.id, type),
  };
}
