import type { Asker } from '../../access/asker';
import { audit } from '../../access/audit/audit';
import type { Query } from '../../access/registry-transaction';
import { Refusal, type UserError, UserErrorCode } from '../../graphql/user-error';
import { sandboxDays } from '../hidden-tenants';
import type { Tenancy } from '../tenancy';
import { isClosed, type Tenant, TenantStatus } from '../tenant';
import { type Dropped, Dropping, type Outside } from './dropping';
import { queryOf } from './query-of';
import type { Receipt } from './receipt';
import { moveSlug, nextFreeSlug } from './slugs';

/** Who does something to a company, for its audit log. `actor` is null where nobody of the deployment's accounts or keys asks. */
export type By = Pick<Asker, 'principal' | 'requestId' | 'address'> & { actor: { id: string; name: string } | null };

export interface LifecycleRules {
  /** Units: days. For how long a deletion can be taken back. */
  graceDays: number;
  /** Units: days. For how long copies of the database are kept; null where the operator has not said. */
  backupRetentionDays: number | null;
  /** What nouns keep of a company elsewhere than in its schema and the registry, such as files, by name. */
  outside: Record<string, Outside>;
}

export interface Renaming {
  name: string;
  /** Null: made from the name. */
  slug: string | null;
}

/** What the database is asked for before anything is changed: nobody else changes it until the transaction ends. */
type Held = Pick<Tenant, 'id' | 'name' | 'slug' | 'status' | 'statusReason'>;

const { ACTIVE, SUSPENDED, DELETING } = TenantStatus;

/**
 * What happens to a company from its registration to its end, whoever asks: its owners, operators, commands. Each act stands in its audit
 * log, in the act's own transaction. Whether who asks may do it, the caller has to have asked.
 * Errors: `Refusal` where there is no such company, or its state does not allow it.
 */
export class Lifecycle {
  private readonly dropping: Dropping;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly rules: LifecycleRules,
  ) {
    this.dropping = new Dropping(tenancy, rules);
  }

  get graceDays(): number {
    return this.rules.graceDays;
  }

  /** Where the slug changes, the one before leads on, and is given to nobody else. */
  rename(by: By, id: string, { name, slug }: Renaming): Promise<void> {
    return this.change(id, [ACTIVE], async (query, tenant) => {
      const wanted = slug ?? (await nextFreeSlug(query, tenant, name));
      if (wanted !== tenant.slug) await moveSlug(query, tenant, wanted);
      await query('update public.tenants set name = $2, slug = $3, updated_at = now() where id = $1', [
        id,
        name,
        wanted,
      ]);
      const told = ({ name, slug }: Renaming) => `${name} (${slug})`;
      const target = `${told(tenant)} → ${told({ name, slug: wanted })}`;
      await audit(query, by, { action: 'tenant.rename', tenantId: id, target }, by.actor);
    });
  }

  /** Its members are told the reason, within a second in every process. */
  suspend(by: By, id: string, reason: string): Promise<void> {
    return this.change(id, [ACTIVE], async (query) => {
      await query(
        `update public.tenants set status = 'suspended', status_reason = $2, updated_at = now() where id = $1`,
        [id, reason],
      );
      await audit(query, by, { action: 'tenant.suspend', tenantId: id, target: reason }, by.actor);
    });
  }

  resume(by: By, id: string): Promise<void> {
    return this.change(id, [SUSPENDED], async (query) => {
      await query(
        `update public.tenants set status = 'active', status_reason = null, updated_at = now() where id = $1`,
        [id],
      );
      await audit(query, by, { action: 'tenant.resume', tenantId: id }, by.actor);
    });
  }

  /**
   * Closed at once, and dropped when its grace period is over. `confirmName`: with another name than the company's, nothing happens.
   * `isNow`: without a grace period, or without what is left of it.
   */
  delete(by: By, id: string, confirmName: string, { isNow = false } = {}): Promise<void> {
    const allowed = isNow ? [ACTIVE, SUSPENDED, DELETING] : [ACTIVE, SUSPENDED];
    return this.change(id, allowed, async (query, tenant) => {
      if (confirmName.trim() !== tenant.name.trim()) throw new Refusal(otherName());
      await query(
        `update public.tenants set status = 'deleting', status_until = now() + make_interval(days => $2), updated_at = now()
         where id = $1`,
        [id, isNow ? 0 : this.rules.graceDays],
      );
      await query(
        `insert into public.deletion_receipts (tenant_id, slug, asked_by, asked_by_name) values ($1, $2, $3, $4)
         on conflict (tenant_id) do nothing`,
        [id, tenant.slug, by.actor?.id ?? null, by.actor?.name ?? 'nobody'],
      );
      await audit(query, by, { action: 'tenant.delete', tenantId: id, target: tenant.name }, by.actor);
    });
  }

  /** What was suspended before it was deleted is so again: an owner lifts no suspension by deleting. */
  restore(by: By, id: string): Promise<void> {
    return this.change(id, [DELETING], async (query, tenant) => {
      // A sandbox has an end all the same, as one that is made now.
      await query(
        `update public.tenants set status = $2, updated_at = now(),
           status_until = case when sandbox_of is not null then now() + make_interval(days => $3) end where id = $1`,
        [id, tenant.statusReason === null ? ACTIVE : SUSPENDED, sandboxDays],
      );
      await query('delete from public.deletion_receipts where tenant_id = $1', [id]);
      await audit(query, by, { action: 'tenant.restore', tenantId: id, target: tenant.name }, by.actor);
    });
  }

  /** After it was closed: as it is now. */
  async requireClosed(id: string): Promise<Tenant> {
    const tenant = await this.tenancy.registry.findKnown(id);
    if (!tenant || !isClosed(tenant)) throw new Refusal(noSuchCompany());
    return tenant;
  }

  /** Those whose grace period is over, the longest first. */
  async listDue(atMost: number): Promise<string[]> {
    const rows = await this.tenancy.budget.query<{ id: string }>(
      `select id from public.tenants where status_until <= now() and status in ('deleting', 'dropping')
       order by status_until, id limit $1`,
      [atMost],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Drops one whose grace period is over, step by step; where it was cut off, it goes on. Answers the receipt.
   * Errors: `Refusal` where its time has not come.
   */
  async drop(id: string, onProgress?: (dropped: Dropped) => void): Promise<Receipt> {
    return this.dropping.drop(id, onProgress);
  }

  private async change(
    id: string,
    allowed: TenantStatus[],
    work: (query: Query, tenant: Held) => Promise<void>,
  ): Promise<void> {
    await this.tenancy.migrator.inTransaction(async (runner) => {
      const query = queryOf(runner);
      const [tenant] = await query<Held>(
        `select id, name, slug, status, status_reason as "statusReason" from public.tenants where id = $1 for no key update`,
        [id],
      );
      if (!tenant || tenant.status === TenantStatus.CREATING) throw new Refusal(noSuchCompany());
      if (!allowed.includes(tenant.status)) throw new Refusal(notNow(tenant.status));
      await work(query, tenant);
    });
    this.tenancy.forgetTenants();
  }
}

const states: Record<TenantStatus, string> = {
  [TenantStatus.CREATING]: 'being set up',
  [TenantStatus.ACTIVE]: 'in use',
  [TenantStatus.SUSPENDED]: 'suspended',
  [TenantStatus.DELETING]: 'being deleted; it can be restored until its grace period is over',
  [TenantStatus.DROPPING]: 'being removed for good',
};

const noSuchCompany = (): UserError => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['id'],
  message: 'There is no company with this id.',
});

const notNow = (status: TenantStatus): UserError => ({
  code: UserErrorCode.CONFLICT,
  field: ['id'],
  message: `The company is ${states[status]}.`,
});

const otherName = (): UserError => ({
  code: UserErrorCode.INVALID,
  field: ['confirmName'],
  message: 'This is not the company’s name. Type it exactly as it is shown.',
});
