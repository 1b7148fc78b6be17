import { v7 as uuidV7 } from 'uuid';
import type { ConnectionBudget } from '../../database/connection-budget';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import { emailKeyOf, requireWholeAccount } from '../account/accounts';
import { type Asker, joinTenant } from '../asker';
import { audit } from '../audit/audit';
import type { Gatekeeper } from '../gatekeeper';
import type { Principals } from '../principals';
import { inRegistry } from '../registry-transaction';
import { Role } from '../role';
import { hashOf, isToken, newToken } from '../token';
import type { Invitation } from './membership';

const columns = 'id, email, role, tenant_id as "tenantId", created_at as "createdAt", expires_at as "expiresAt"';
const validDays = 7;
/** Shown at a time. */
export const mostInvitations = 100;

export interface NewInvitation {
  tenantId: string;
  email: string;
  role: Role;
}

/** Ways into a company: each for one address, for a week, and once. One per process. */
export class Invitations {
  constructor(
    private readonly budget: ConnectionBudget,
    private readonly principals: Principals,
    private readonly gatekeeper: Gatekeeper,
  ) {}

  /** One for the same address takes the earlier one's place. Errors: `Refusal` for a member; `FORBIDDEN`. */
  async invite(
    asker: Asker,
    { tenantId, email, role }: NewInvitation,
  ): Promise<{ invitation: Invitation; token: string }> {
    this.gatekeeper.require(asker, tenantId, role === Role.OWNER ? 'tenant:own' : 'tenant:admin');
    const token = newToken('invitation');
    const invitation = await inRegistry(this.budget, async (query) => {
      const key = emailKeyOf(email);
      const members = await query(
        `select 1 from public.memberships m join public.accounts a on a.id = m.account_id
         where m.tenant_id = $1 and a.email_key = $2`,
        [tenantId, key],
      );
      if (members.length > 0) throw new Refusal(isMember());
      const [made] = await query<Invitation>(
        `insert into public.invitations (id, tenant_id, email, email_key, role, token_hash, invited_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))
         on conflict (tenant_id, email_key) do update set id = excluded.id, email = excluded.email, role = excluded.role,
           token_hash = excluded.token_hash, invited_by = excluded.invited_by, created_at = now(), expires_at = excluded.expires_at
         returning ${columns}`,
        [uuidV7(), tenantId, email.trim(), key, role, hashOf(token), inviterOf(asker), validDays],
      );
      if (!made) throw new Error('expected the invitation that was written');
      await audit(query, asker, { action: 'member.invite', tenantId, target: `${made.email}: ${role}` });
      return made;
    });
    return { invitation, token };
  }

  /** Newest first. */
  async list(asker: Asker, tenantId: string): Promise<Invitation[]> {
    this.gatekeeper.require(asker, tenantId, 'tenant:admin');
    return this.budget.query<Invitation>(
      `select ${columns} from public.invitations where tenant_id = $1 and expires_at > now() order by created_at desc limit ${mostInvitations}`,
      [tenantId],
    );
  }

  async revoke(asker: Asker, id: string): Promise<void> {
    this.gatekeeper.requireSomebody(asker);
    await inRegistry(this.budget, async (query) => {
      const [found] = await query<Invitation>(`select ${columns} from public.invitations where id = $1 for update`, [
        id,
      ]);
      if (!found || !this.gatekeeper.mayOpen(asker, found.tenantId)) throw new Refusal(noSuchInvitation('id'));
      this.gatekeeper.require(asker, found.tenantId, 'tenant:admin');
      await query('delete from public.invitations where id = $1', [id]);
      await audit(query, asker, { action: 'member.uninvite', tenantId: found.tenantId, target: found.email });
    });
  }

  /**
   * The id of the company that was joined. Of two at once, the second finds none. Errors: `Refusal`, the same for one that is used,
   * over, made up, or somebody else's.
   */
  async accept(asker: Asker, token: string): Promise<string> {
    const { id, email } = requireWholeAccount(asker);
    const { tenantId, role } = await inRegistry(this.budget, async (query) => {
      const [taken] = await query<Invitation>(
        `delete from public.invitations where token_hash = $1 and email_key = $2 and expires_at > now() returning ${columns}`,
        [hashOf(isToken('invitation', token) ? token : ''), emailKeyOf(email)],
      );
      if (!taken) throw new Refusal(noSuchInvitation('token'));
      await query(
        `insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, $4)
         on conflict on constraint memberships_once do nothing`,
        [uuidV7(), id, taken.tenantId, taken.role],
      );
      await audit(query, asker, { action: 'member.join', tenantId: taken.tenantId, target: `${email}: ${taken.role}` });
      return taken;
    });
    this.principals.forget();
    joinTenant(asker, tenantId, role);
    return tenantId;
  }
}

/** A key may invite, too, and has no account. */
const inviterOf = ({ principal }: Asker): string | null => (principal?.kind === 'account' ? principal.id : null);

const isMember = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['email'],
  message: 'Whoever has this address is a member already.',
});

const noSuchInvitation = (field: string) => ({
  code: UserErrorCode.NOT_FOUND,
  field: [field],
  message:
    field === 'token'
      ? 'This invitation is not valid for your address: it may be used, replaced or older than a week.'
      : 'There is no invitation with this id.',
});
