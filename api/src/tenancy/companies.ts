import type { EntityManager } from 'typeorm';
import type { Position } from '../graphql/pagination';
import { hasUnstorable } from '../graphql/text';
import type { NewTenant } from './provisioning';
import { nthSlug, slugFrom } from './slug';
import type { Tenancy } from './tenancy';
import type { Tenant } from './tenant';

/** The companies that one viewer may open: all that a request can reach of the registry. */
export class Companies {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly isOpen: (tenant: Tenant) => boolean,
  ) {}

  /** By id or slug; null for an unknown one and for one that the viewer may not open alike. */
  async find(idOrSlug: string): Promise<Tenant | null> {
    const tenant = hasUnstorable(idOrSlug) ? null : await this.tenancy.findTenant(idOrSlug);
    return tenant && this.isOpen(tenant) ? tenant : null;
  }

  /** Newest first. */
  list(search: string | null, after: Position | null, limit: number): Promise<Tenant[]> {
    return this.tenancy.registry.listTenants(search, after, limit);
  }

  count(search: string | null, atMost: number | null): Promise<number> {
    return this.tenancy.registry.countTenants(search, atMost);
  }

  /** Errors: `IdempotencyConflict`; `TooManyRequests`. */
  create(newTenant: NewTenant): Promise<Tenant> {
    return this.tenancy.createTenant(newTenant);
  }

  async nextSlug(name: string): Promise<string> {
    const slug = slugFrom(name);
    const taken = await this.tenancy.registry.takenSlugs(slug);
    let n = 1;
    while (taken.has(nthSlug(slug, n))) n += 1;
    return nthSlug(slug, n);
  }

  /** The manager of one of them, whichever the request itself names. */
  managerOf(tenant: Tenant): Promise<EntityManager> {
    if (!this.isOpen(tenant)) throw new Error('expected a tenant that the viewer may open');
    return this.tenancy.managerOf(tenant);
  }

  /** Whether its tables are those of this program's version. */
  isUpToDate({ schemaVersion }: Tenant): boolean {
    return schemaVersion === this.tenancy.migrator.latest;
  }
}
