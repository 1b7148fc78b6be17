import { openLifecycle } from '../../app';
import type { Env } from '../../env';
import { isUuid } from '../../graphql/text';
import { byCommand } from '../../tenancy/lifecycle/by';
import type { Dropped } from '../../tenancy/lifecycle/dropping';
import type { Lifecycle } from '../../tenancy/lifecycle/lifecycle';
import type { Receipt } from '../../tenancy/lifecycle/receipt';
import type { Tenancy } from '../../tenancy/tenancy';
import { type Tenant, TenantStatus } from '../../tenancy/tenant';
import { nameOwner, operator } from './accounts';

/** A company as commands answer it. */
export type Company = Pick<Tenant, 'id' | 'name' | 'slug' | 'status' | 'statusReason' | 'statusUntil'>;

const columns = `id, name, slug, status, status_reason as "statusReason", status_until as "statusUntil"`;

/** What the command line does to one company. */
export class LifecycleCommands {
  private readonly lifecycle: Lifecycle;

  constructor(
    private readonly tenancy: Tenancy,
    env: Pick<Env, 'DELETION_GRACE_DAYS' | 'BACKUP_RETENTION_DAYS'>,
  ) {
    this.lifecycle = openLifecycle(tenancy, {
      deletionGraceDays: env.DELETION_GRACE_DAYS,
      backupRetentionDays: env.BACKUP_RETENTION_DAYS,
    });
  }

  /** By id or slug, a former one too, whatever its state. Errors: where there is none. */
  async require(idOrSlug: string): Promise<Company> {
    const which = isUuid(idOrSlug)
      ? '$1::uuid'
      : `coalesce((select id from public.tenants where slug = $1), (select tenant_id from public.former_slugs where slug = $1))`;
    const [company] = await this.tenancy.budget.query<Company>(
      `select ${columns} from public.tenants where id = ${which}`,
      [idOrSlug.toLowerCase()],
    );
    if (!company) throw new Error(`There is no company ${idOrSlug}.`);
    return company;
  }

  /** `token`: of the invitation by which the owner joins, where the address has no account yet. */
  async create(name: string, ownerEmail: string | null): Promise<{ company: Company; token: string | null }> {
    const trimmed = name.trim();
    if (trimmed === '' || [...trimmed].length > 200) throw new Error('A company’s name has 1 to 200 characters.');
    const { id, slug } = await this.tenancy.createTenant({ name: trimmed, idempotencyKey: null });
    const token = ownerEmail === null ? null : await nameOwner(this.tenancy, slug, ownerEmail);
    return { company: await this.require(id), token };
  }

  rename(idOrSlug: string, name: string, slug: string | null): Promise<Company> {
    return this.change(idOrSlug, ({ id }) => this.lifecycle.rename(byCommand(operator), id, { name, slug }));
  }

  suspend(idOrSlug: string, reason: string): Promise<Company> {
    return this.change(idOrSlug, ({ id }) => this.lifecycle.suspend(byCommand(operator), id, reason));
  }

  resume(idOrSlug: string): Promise<Company> {
    return this.change(idOrSlug, ({ id }) => this.lifecycle.resume(byCommand(operator), id));
  }

  delete(idOrSlug: string): Promise<Company> {
    return this.change(idOrSlug, ({ id, name }) => this.lifecycle.delete(byCommand(operator), id, name));
  }

  restore(idOrSlug: string): Promise<Company> {
    return this.change(idOrSlug, ({ id }) => this.lifecycle.restore(byCommand(operator), id));
  }

  /** Without a grace period. One that was cut off goes on. */
  async deleteNow(idOrSlug: string, onProgress: (dropped: Dropped) => void): Promise<Receipt> {
    const { id, name, status } = await this.require(idOrSlug);
    if (status !== TenantStatus.DROPPING) await this.lifecycle.delete(byCommand(operator), id, name, { isNow: true });
    return this.lifecycle.drop(id, onProgress);
  }

  private async change(idOrSlug: string, work: (company: Company) => Promise<void>): Promise<Company> {
    const company = await this.require(idOrSlug);
    await work(company);
    return this.require(company.id);
  }
}
