import type { EntityManager } from 'typeorm';
import { type Asker, joinTenant } from '../access/asker';
import { mayOpen } from '../access/permission';
import { Role } from '../access/role';
import { unauthenticated } from '../graphql/errors';
import type { Position } from '../graphql/pagination';
import { hasUnstorable, isUuid } from '../graphql/text';
import { notFound, Refusal } from '../graphql/user-error';
import type { SchemaDifference } from './fleet/schema-differences';
import type { NewTenant } from './provisioning';
import { nthSlug, slugFrom } from './slug';
import type { Tenancy } from './tenancy';
import { type Tenant, TenantStatus } from './tenant';

/** The companies that one viewer may open: all that a request can reach of the registry. */
export class Companies {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly asker: Asker,
  ) {}

  /** By id or slug; null for an unknown one and for one that the viewer may not open alike. */
  async find(idOrSlug: string): Promise<Tenant | null> {
    const tenant = await this.findKnown(idOrSlug);
    return tenant?.status === TenantStatus.ACTIVE ? tenant : null;
  }

  /** The same, and one that is closed to its members for the time being: for who is to be told so, and for nothing else. */
  async findKnown(idOrSlug: string): Promise<Tenant | null> {
    const { principal } = this.asker;
    // Nobody's and somebody else's are not even looked for, so that they take the same time.
    if (hasUnstorable(idOrSlug) || (isUuid(idOrSlug) && !mayOpen(principal, { id: idOrSlug.toLowerCase() })))
      return null;
    const tenant = await this.tenancy.findKnown(idOrSlug);
    return tenant && mayOpen(principal, tenant) ? tenant : null;
  }

  /** The viewer's, that are closed for the time being; by name. */
  async listClosed(): Promise<Tenant[]> {
    const { openIds } = this;
    return openIds === null || openIds.length === 0 ? [] : this.tenancy.registry.listClosed(openIds);
  }

  /** One that a mutation names. Errors: `Refusal`, the same for an unknown one and for one that the viewer may not open; `UNAUTHENTICATED`. */
  async require(id: string): Promise<Tenant> {
    if (!this.asker.principal) throw unauthenticated();
    const tenant = await this.find(id);
    if (!tenant) throw new Refusal(notFound('tenantId', 'company'));
    return tenant;
  }

  /** Newest first. */
  list(search: string | null, after: Position | null, limit: number): Promise<Tenant[]> {
    return this.tenancy.registry.listTenants({ search, among: this.openIds }, after, limit);
  }

  count(search: string | null, atMost: number | null): Promise<number> {
    return this.tenancy.registry.countTenants({ search, among: this.openIds }, atMost);
  }

  /** Its owner is who asks, for the rest of this request too. Errors: `IdempotencyConflict`; `TooManyRequests`. */
  async create(newTenant: Omit<NewTenant, 'ownerId'>): Promise<Tenant> {
    const { principal } = this.asker;
    const ownerId = principal?.kind === 'account' ? principal.id : null;
    const tenant = await this.tenancy.createTenant({ ...newTenant, ownerId });
    joinTenant(this.asker, tenant.id, Role.OWNER);
    return tenant;
  }

  /** Null where all are open. */
  private get openIds(): string[] | null {
    const { principal } = this.asker;
    if (principal?.kind === 'operator') return null;
    if (principal?.kind === 'key') return [principal.tenantId];
    return principal ? [...principal.roles.keys()] : [];
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
    if (!mayOpen(this.asker.principal, tenant)) throw new Error('expected a tenant that the viewer may open');
    return this.tenancy.managerOf(tenant);
  }

  /** Where its schema is not as the migrations make it. Errors: as `managerOf`. */
  driftOf(tenant: Tenant): Promise<SchemaDifference[]> {
    if (!mayOpen(this.asker.principal, tenant)) throw new Error('expected a tenant that the viewer may open');
    return this.tenancy.drift.of(tenant);
  }

  /** Whether its tables are those of this program's version. */
  isUpToDate({ schemaVersion }: Tenant): boolean {
    return schemaVersion === this.tenancy.migrator.latest;
  }
}
