import type { EntityManager } from 'typeorm';
import type { Permission } from '../access/permission';
import type { Viewer } from '../access/viewer';
import type { LiveEvent, LiveEventOf } from '../live/events';
import type { Companies } from '../tenancy/companies';
import type { Tenant } from '../tenancy/tenant';
import { forbidden, tenantReadOnly, tenantRequired, unauthenticated } from './errors';
import type { Loaders } from './loaders';

/** What one request may touch of one tenant. Made once per request; nothing in it outlives the request. */
export interface TenantScope {
  tenant: Tenant;
  /** Runs every statement under the tenant's role; the SQL names its schema (`tablesOf(manager)`). */
  manager: EntityManager;
  loaders: Loaders;
  may(permission: Permission): boolean;
  /** Tells subscribers in every process, after the commit; never waits and never fails the write. */
  publish(events: LiveEvent[]): void;
  /** The tenant's events of one type, from now on, from every process. */
  subscribe<T extends LiveEvent['type']>(type: T): AsyncIterableIterator<LiveEventOf<T>>;
  /** A job of this kind for the tenant, by then. Asked again for the same moment, it costs nothing. */
  schedule(kind: string, dueAt: Date): Promise<void>;
}

/**
 * Who asks, and for which tenant. The first argument of everything that reads data. It carries ports, not machinery: nothing that a resolver
 * gets here leads to the registry's rows of others, to DDL or to a connection.
 * Errors: `TENANT_REQUIRED` from the tenant-scoped getters where the request names no tenant;
 *         `TENANT_NOT_FOUND` where it names one that the viewer may not open.
 */
export class RequestContext {
  constructor(
    readonly requestId: string,
    readonly viewer: Viewer | null,
    readonly companies: Companies,
    private readonly scope: TenantScope | Error | null,
  ) {}

  /** The tenant that the request named and may use; null where it named none. */
  get openTenant(): Tenant | null {
    return this.scope === null || this.scope instanceof Error ? null : this.scope.tenant;
  }

  get tenant(): Tenant {
    return this.tenantScope.tenant;
  }

  get manager(): EntityManager {
    return this.tenantScope.manager;
  }

  get loaders(): Loaders {
    return this.tenantScope.loaders;
  }

  /** Errors: `UNAUTHENTICATED`; `FORBIDDEN`; `TENANT_READ_ONLY`, with the reason, where the tenant takes no writes for the time being. */
  requireWrite(permission: Permission): void {
    if (!this.viewer) throw unauthenticated();
    if (!this.tenantScope.may(permission)) throw forbidden(permission);
    const { failure } = this.tenant;
    if (failure !== null) throw tenantReadOnly(failure);
  }

  publish(events: LiveEvent[]): void {
    this.tenantScope.publish(events);
  }

  subscribe<T extends LiveEvent['type']>(type: T): AsyncIterableIterator<LiveEventOf<T>> {
    return this.tenantScope.subscribe(type);
  }

  schedule(kind: string, dueAt: Date): Promise<void> {
    return this.tenantScope.schedule(kind, dueAt);
  }

  private get tenantScope(): TenantScope {
    if (this.scope instanceof Error) throw this.scope;
    if (this.scope === null) throw tenantRequired();
    return this.scope;
  }
}
