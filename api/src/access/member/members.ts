import type { ConnectionBudget } from '../../database/connection-budget';
import type { Position } from '../../graphql/pagination';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import type { WholeAccount } from '../account/account';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import type { Gatekeeper } from '../gatekeeper';
import type { AccountPrincipal } from '../principal';
import type { Principals } from '../principals';
import { inRegistry, lockMembers, type Query } from '../registry-transaction';
import { isAtLeast, Role } from '../role';
import type { Membership } from './membership';

export const mostMemberships = 1_000;

const select = `
  select m.id, m.role, m.tenant_id as "tenantId", m.created_at as "createdAt",
         a.id as "accountId", a.name, a.email, a.created_at as "signedUpAt"
  from public.memberships m join public.accounts a on a.id = m.account_id`;

interface MemberRow {
  id: string;
  role: Role;
  tenantId: string;
  createdAt: string;
  accountId: string;
  name: string;
  email: string;
  signedUpAt: string;
}

/** Who belongs to which company. One per process; every method asks whether the asker may. */
export class Members {
  constructor(
    private readonly budget: ConnectionBudget,
    private readonly principals: Principals,
    private readonly gatekeeper: Gatekeeper,
  ) {}

  /** Oldest first. */
  async list(asker: Asker, tenantId: string, after: Position | null, limit: number): Promise<Membership[]> {
    this.gatekeeper.requireOpen(asker, tenantId);
    const rows = await this.budget.query<MemberRow>(
      `${select} where m.tenant_id = $1 and ($2::timestamptz is null or (m.created_at, m.id) > ($2, $3::uuid))
       order by m.created_at, m.id limit $4`,
      [tenantId, after?.key ?? null, after?.id ?? null, limit],
    );
    return rows.map(toMembership);
  }

  async count(asker: Asker, tenantId: string): Promise<number> {
    this.gatekeeper.requireOpen(asker, tenantId);
    const [row] = await this.budget.query<{ count: number }>(
      'select count(*) as count from public.memberships where tenant_id = $1',
      [tenantId],
    );
    return row?.count ?? 0;
  }

  /** Those of the accounts that belong to the company, whatever else the others are. */
  async find(asker: Asker, tenantId: string, accountIds: readonly string[]): Promise<Membership[]> {
    this.gatekeeper.requireOpen(asker, tenantId);
    const rows = await this.budget.query<MemberRow>(
      `${select} where m.tenant_id = $1 and m.account_id = any($2::uuid[])`,
      [tenantId, accountIds],
    );
    return rows.map(toMembership);
  }

  /** The account's own, as far as its session reaches; oldest first. */
  async of({ id, onlyTenantId }: AccountPrincipal): Promise<Membership[]> {
    const rows = await this.budget.query<MemberRow>(
      `${select} where m.account_id = $1 and ($2::uuid is null or m.tenant_id = $2)
       order by m.created_at, m.id limit ${mostMemberships}`,
      [id, onlyTenantId],
    );
    return rows.map(toMembership);
  }

  /** Errors: `Refusal`; `FORBIDDEN` for whoever is no admin, and for an admin where an owner is made or unmade. */
  async changeRole(asker: Asker, id: string, role: Role): Promise<Membership> {
    const changed = await inRegistry(this.budget, async (query) => {
      const member = await this.requireMember(query, asker, id);
      this.gatekeeper.require(asker, member.tenantId, 'tenant:admin');
      if (role === Role.OWNER || member.role === Role.OWNER)
        this.gatekeeper.require(asker, member.tenantId, 'tenant:own');
      if (member.role === Role.OWNER && role !== Role.OWNER) await requireAnotherOwner(query, member);
      await query('update public.memberships set role = $2 where id = $1', [id, role]);
      if (!isAtLeast(role, member.role)) await withdrawInvitations(query, member);
      await audit(query, asker, {
        action: 'member.changeRole',
        tenantId: member.tenantId,
        target: `${member.account.email}: ${member.role} → ${role}`,
      });
      return { ...member, role };
    });
    this.principals.forget();
    return changed;
  }

  /** Of somebody else as an admin, or of oneself. Errors: `Refusal`, for the last owner too; `FORBIDDEN`. */
  async remove(asker: Asker, id: string): Promise<void> {
    await inRegistry(this.budget, async (query) => {
      const member = await this.requireMember(query, asker, id);
      const isOneself = asker.principal?.id === member.account.id;
      if (!isOneself) this.gatekeeper.require(asker, member.tenantId, 'tenant:admin');
      if (member.role === Role.OWNER) {
        if (!isOneself) this.gatekeeper.require(asker, member.tenantId, 'tenant:own');
        await requireAnotherOwner(query, member);
      }
      await query('delete from public.memberships where id = $1', [id]);
      await withdrawInvitations(query, member);
      await audit(query, asker, {
        action: isOneself ? 'member.leave' : 'member.remove',
        tenantId: member.tenantId,
        target: member.account.email,
      });
    });
    this.principals.forget();
  }

  /** One of a company that the asker may open: any other is the same as none. */
  private async requireMember(query: Query, asker: Asker, id: string): Promise<Membership> {
    this.gatekeeper.requireSomebody(asker);
    const [found] = await query<MemberRow>(`${select} where m.id = $1`, [id]);
    if (!found || !this.gatekeeper.mayOpen(asker, found.tenantId)) throw new Refusal(noSuchMember());
    await lockMembers(query, found.tenantId);
    const [row] = await query<MemberRow>(`${select} where m.id = $1`, [id]);
    if (!row) throw new Refusal(noSuchMember());
    return toMembership(row);
  }
}

/** Of two owners who remove each other at once, the second finds itself alone. */
async function requireAnotherOwner(query: Query, { id, tenantId }: Membership): Promise<void> {
  const others = await query(
    `select 1 from public.memberships where tenant_id = $1 and role = 'owner' and id <> $2 limit 1`,
    [tenantId, id],
  );
  if (others.length === 0) throw new Refusal(lastOwner());
}

/** Whoever made them has their links, and could come back by one under another address. */
async function withdrawInvitations(query: Query, { tenantId, account }: Membership): Promise<void> {
  await query('delete from public.invitations where tenant_id = $1 and invited_by = $2', [tenantId, account.id]);
}

const toMembership = ({ accountId, name, email, signedUpAt, ...row }: MemberRow): Membership => ({
  ...row,
  account: { id: accountId, name, email, createdAt: signedUpAt } as WholeAccount,
});

const noSuchMember = () => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['id'],
  message: 'There is no member with this id.',
});

const lastOwner = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['id'],
  message: 'A company always has an owner: make somebody else one first.',
});
