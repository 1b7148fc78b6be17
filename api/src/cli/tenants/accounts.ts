import { randomUUID } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import { emailKeyOf } from '../../access/account/accounts';
import { audit } from '../../access/audit/audit';
import { inRegistry, lockMembers, type Query } from '../../access/registry-transaction';
import { hashOf, newToken } from '../../access/token';
import type { Tenancy } from '../../tenancy/tenancy';

/** An account as an operator sees it. */
export interface ListedAccount {
  email: string;
  name: string;
  /** Slugs with the role in each: `acme (owner)`. */
  companies: string[];
  hasSecondStep: boolean;
  lastUsedAt: string | null;
  createdAt: string;
}

const [linkMinutes, resetMinutes, invitationDays] = [15, 60, 7];
const mostAccounts = 1_000;

/** What stands in audit logs for whoever has the server's command line. */
export const operator = { id: '00000000-0000-7000-8000-000000000001', name: 'Operator' };

/** Newest first, at most 1,000. `search`: a part of the address or the name. */
export async function listAccounts({ budget }: Tenancy, search: string | null): Promise<ListedAccount[]> {
  return budget.query<ListedAccount>(
    `select a.email, a.name, a.created_at as "createdAt",
       (select max(last_used_at) from public.sessions s where s.account_id = a.id) as "lastUsedAt",
       exists (select from public.second_steps s where s.account_id = a.id and s.enabled_at is not null) as "hasSecondStep",
       array(select t.slug || ' (' || m.role || ')' from public.memberships m join public.tenants t on t.id = m.tenant_id
             where m.account_id = a.id order by t.slug) as companies
     from public.accounts a
     where $1::text is null or position(lower($1) in lower(a.email || ' ' || a.name)) > 0
     order by a.created_at desc, a.id desc limit ${mostAccounts}`,
    [search],
  );
}

/** The token of a link for a new password. All companies of the account find it in their audit log. Errors: an address without account. */
export function newReset(tenancy: Tenancy, email: string): Promise<string> {
  return forAccount(tenancy, email, 'operator.resetPassword', async (query, { id }) => {
    const token = newToken('reset');
    await query(
      `insert into public.password_resets (token_hash, account_id, expires_at) values ($1, $2, now() + make_interval(mins => $3))`,
      [hashOf(token), id, resetMinutes],
    );
    return token;
  });
}

/** The token of a link that signs in once, past password and second step; otherwise as `newReset`. */
export function newSignInLink(tenancy: Tenancy, email: string): Promise<string> {
  return forAccount(tenancy, email, 'operator.signInLink', async (query, { id }) => {
    const token = newToken('link');
    await query('delete from public.sign_in_links where account_id = $1', [id]);
    await query(
      `insert into public.sign_in_links (token_hash, account_id, expires_at) values ($1, $2, now() + make_interval(mins => $3))`,
      [hashOf(token), id, linkMinutes],
    );
    return token;
  });
}

/** For who has lost both the phone and the recovery codes. Errors: an address without account, or without second step. */
export function removeSecondStep(tenancy: Tenancy, email: string): Promise<void> {
  return forAccount(tenancy, email, 'operator.removeSecondStep', async (query, { id }) => {
    const gone = await query('delete from public.second_steps where account_id = $1 returning 1', [id]);
    if (gone.length === 0) throw new Error(`The account of ${email} has no second step.`);
  });
}

/**
 * The first owner of a company that has none. Answers the token of an invitation where the address has no account yet.
 * Errors: an unknown company; one that has an owner, who can name others.
 */
export async function nameOwner(tenancy: Tenancy, slug: string, email: string): Promise<string | null> {
  return inRegistry(tenancy.budget, async (query) => {
    const [tenant] = await query<{ id: string }>('select id from public.tenants where slug = $1', [slug.toLowerCase()]);
    if (!tenant) throw new Error(`There is no company ${slug}.`);
    await lockMembers(query, tenant.id);
    const owners = await query<{ email: string }>(
      `select a.email from public.memberships m join public.accounts a on a.id = m.account_id
       where m.tenant_id = $1 and m.role = 'owner' order by m.created_at`,
      [tenant.id],
    );
    if (owners[0]) throw new Error(`${owners[0].email} owns ${slug} already, and can name other owners there.`);
    await audit(query, asOperator(), { action: 'operator.nameOwner', tenantId: tenant.id, target: email }, operator);
    const [account] = await query<{ id: string }>('select id from public.accounts where email_key = $1', [
      emailKeyOf(email),
    ]);
    if (!account) return inviteOwner(query, tenant.id, email);
    await query(
      `insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, 'owner')
       on conflict on constraint memberships_once do update set role = 'owner'`,
      [uuidV7(), account.id, tenant.id],
    );
    return null;
  });
}

async function inviteOwner(query: Query, tenantId: string, email: string): Promise<string> {
  const token = newToken('invitation');
  await query(
    `insert into public.invitations (id, tenant_id, email, email_key, role, token_hash, expires_at)
     values ($1, $2, $3, $4, 'owner', $5, now() + make_interval(days => $6))
     on conflict (tenant_id, email_key) do update set id = excluded.id, role = excluded.role, token_hash = excluded.token_hash,
       invited_by = null, created_at = now(), expires_at = excluded.expires_at`,
    [uuidV7(), tenantId, email.trim(), emailKeyOf(email), hashOf(token), invitationDays],
  );
  return token;
}

/** Whether the account steers the deployment. All companies of the account find it in their audit log. Errors: an address without account. */
export function setOperator(tenancy: Tenancy, email: string, isOperator: boolean): Promise<void> {
  return forAccount(tenancy, email, isOperator ? 'operator.name' : 'operator.revoke', async (query, { id }) => {
    await query('update public.accounts set is_operator = $2 where id = $1', [id, isOperator]);
  });
}

interface Account {
  id: string;
  email: string;
}

/** An operator who can become somebody visits their companies: each finds it in its log, as the person does. */
async function forAccount<Result>(
  { budget }: Tenancy,
  email: string,
  action: string,
  work: (query: Query, account: Account) => Promise<Result>,
): Promise<Result> {
  return inRegistry(budget, async (query) => {
    const [account] = await query<Account>('select id, email from public.accounts where email_key = $1', [
      emailKeyOf(email),
    ]);
    if (!account) throw new Error(`There is no account with the address ${email}.`);
    const result = await work(query, account);
    const companies = await query<{ tenantId: string }>(
      'select tenant_id as "tenantId" from public.memberships where account_id = $1',
      [account.id],
    );
    await audit(query, asOperator(), { action, accountId: account.id }, operator);
    for (const { tenantId } of companies)
      await audit(query, asOperator(), { action, tenantId, target: account.email }, operator);
    return result;
  });
}

const asOperator = () => ({ principal: null, requestId: randomUUID(), address: null });
