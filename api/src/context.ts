import type { EntityManager } from 'typeorm';
import type { Viewer } from './access/viewer';
import { tenantRequired } from './errors';
import type { LiveEvent, LiveEventOf } from './live/events';
import { forgetRows, type Loaders } from './loaders';
import type { Tenancy } from './tenancy/tenancy';
import type { Tenant } from './tenancy/tenant';

/** What one request may touch of one tenant. Made once per request; nothing in it outlives the request. */
export interface TenantScope {
  tenant: Tenant;
  /** Runs every statement under the tenant's role; the SQL names its schema (`tablesOf(manager)`). */
  manager: EntityManager;
  loaders: Loaders;
  /** Tells subscribers in every process, after the commit; never waits and never fails the write. */
  publish(...events: LiveEvent[]): void;
  /** The tenant's events of one type, from now on, from every process. */
  subscribe<T extends LiveEvent['type']>(type: T): AsyncIterableIterator<LiveEventOf<T>>;
}

/**
 * Who asks, and for which tenant. The first argument of everything that reads data.
 * Errors: `TENANT_REQUIRED` from the tenant-scoped getters where the request names no tenant;
 *         `TENANT_NOT_FOUND` where it names one that the viewer may not open.
 */
export class RequestContext {
  constructor(
    readonly requestId: string,
    readonly viewer: Viewer | null,
    readonly tenancy: Tenancy,
    private readonly scope: TenantScope | Error | null,
  ) {}

  get tenant(): Tenant {
    return this.tenantScope.tenant;
  }

  get manager(): EntityManager {
    return this.tenantScope.manager;
  }

  get loaders(): Loaders {
    return this.tenantScope.loaders;
  }

  /** Rows that this request has read may have changed with the write: whoever asks next, reads anew. */
  publish(...events: LiveEvent[]): void {
    forgetRows(this.tenantScope.loaders);
    this.tenantScope.publish(...events);
  }

  subscribe<T extends LiveEvent['type']>(type: T): AsyncIterableIterator<LiveEventOf<T>> {
    return this.tenantScope.subscribe(type);
  }

  private get tenantScope(): TenantScope {
    if (this.scope instanceof Error) throw this.scope;
    if (this.scope === null) throw tenantRequired();
    return this.scope;
  }
}
