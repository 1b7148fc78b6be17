import { v7 as uuidV7 } from 'uuid';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import { emailKeyOf } from '../account/accounts';
import type { Query } from '../registry-transaction';
import type { Role } from '../role';
import type { Identity } from './provider';

/** Whom a provider has sent, and how they are known. */
export interface Arrival {
  accountId: string;
  name: string;
  email: string;
  /** Whether they have come by an identity that was there, were known by their address, or are new. */
  by: 'identity' | 'address' | 'nothing';
}

interface Company {
  tenantId: string;
  /** Of those who are new. */
  role: Role;
}

interface KnownAccount {
  id: string;
  name: string;
  email: string;
  isMember: boolean;
  hasIdentity: boolean;
}

const select = `
  select a.id, a.name, a.email,
         exists (select 1 from public.memberships m where m.account_id = a.id and m.tenant_id = $1) as "isMember",
         exists (select 1 from public.single_sign_on_identities i where i.account_id = a.id and i.tenant_id = $1) as "hasIdentity"
  from public.accounts a`;

const longestName = 200;

/**
 * The account of whoever a company's provider sends, made where there is none. The members of the company are locked.
 * Errors: `Refusal` for whoever has no verified address, or an account that does not belong to the company.
 */
export async function admit(query: Query, company: Company, identity: Identity): Promise<Arrival> {
  const { issuer, subject, verifiedEmail } = identity;
  if (verifiedEmail === null) throw new Refusal(unverified());
  const [linked] = await query<KnownAccount>(
    `${select} where a.id = (select account_id from public.single_sign_on_identities
       where tenant_id = $1 and issuer = $2 and subject = $3)`,
    [company.tenantId, issuer, subject],
  );
  if (linked) return { ...arrivalOf(requireMember(linked)), by: 'identity' };
  const [known] = await query<KnownAccount>(`${select} where a.email_key = $2`, [
    company.tenantId,
    emailKeyOf(verifiedEmail),
  ]);
  if (known && requireMember(known).hasIdentity) throw new Refusal(somebodyElse());
  const arrival = known
    ? ({ ...arrivalOf(known), by: 'address' } as const)
    : await makeAccount(query, company, verifiedEmail, identity.name);
  await query(
    `insert into public.single_sign_on_identities (tenant_id, issuer, subject, account_id) values ($1, $2, $3, $4)`,
    [company.tenantId, issuer, subject, arrival.accountId],
  );
  return arrival;
}

async function makeAccount(
  query: Query,
  { tenantId, role }: Company,
  email: string,
  givenName: string | null,
): Promise<Arrival> {
  const name = [...(givenName ?? email)].slice(0, longestName).join('');
  const [made] = await query<{ id: string }>(
    `insert into public.accounts (id, email, email_key, name) values ($1, $2, $3, $4)
     on conflict (email_key) do nothing returning id`,
    [uuidV7(), email, emailKeyOf(email), name],
  );
  // Somebody signed up with it at this very moment.
  if (!made) throw new Refusal(notMember());
  await query('insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, $4)', [
    uuidV7(),
    made.id,
    tenantId,
    role,
  ]);
  return { accountId: made.id, name, email, by: 'nothing' };
}

/** Anybody may have registered the address with a password of theirs: it lets them in only where the company has. */
function requireMember(account: KnownAccount): KnownAccount {
  if (!account.isMember) throw new Refusal(notMember());
  return account;
}

const arrivalOf = ({ id, name, email }: KnownAccount) => ({ accountId: id, name, email });

const unverified = () => ({
  code: UserErrorCode.INVALID,
  field: ['code'],
  message: 'Your provider does not say that your email address is yours: ask those who run it to verify it.',
});

const notMember = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['code'],
  message:
    'There is an account with your address that does not belong to this company: ask for an invitation first, and accept it with your password.',
});

const somebodyElse = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['code'],
  message:
    'Your address belongs to an account by which somebody else signs in at this provider: ask an owner of the company for help.',
});
