import { v7 as uuidV7 } from 'uuid';
import type { ConnectionBudget } from '../../database/connection-budget';
import { oneCompanyOnly, unauthenticated } from '../../graphql/errors';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import type { AccountPrincipal } from '../principal';
import type { Principals } from '../principals';
import { inRegistry, type Query } from '../registry-transaction';
import type { SecondSteps } from '../second-step/second-steps';
import { newToken } from '../token';
import type { Session, WholeAccount } from './account';
import { Attempts } from './attempts';
import { hashPassword, isPassword } from './password';
import { openSession } from './sessions';

/** To sign in with. `code`: of the second step, where the account has one. */
export interface SignInProof {
  email: string;
  password: string;
  code?: string | null;
}

export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

const accountColumns = 'id, email, name, created_at as "createdAt"';

/** As addresses are compared: without regard to case. */
export const emailKeyOf = (email: string): string => email.trim().toLowerCase();

export const mostSessions = 50;

/** Accounts and their sessions. One per process. */
export class Accounts {
  private readonly attempts = new Attempts();

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly principals: Principals,
    private readonly secondSteps: SecondSteps,
  ) {}

  /** Signed in at once. Errors: `Refusal` where the address has an account. */
  async signUp(asker: Asker, { name, email, password }: NewAccount): Promise<string> {
    // Each takes a hash: whoever makes many is held up as one who guesses is.
    await this.attempts.begin(null, asker.address);
    const passwordHash = await hashPassword(password);
    const id = uuidV7();
    const token = newToken('session');
    await inRegistry(this.budget, async (query) => {
      const made = await query<{ id: string }>(
        `insert into public.accounts (id, email, email_key, name, password_hash) values ($1, $2, $3, $4, $5)
         on conflict (email_key) do nothing returning id`,
        [id, email.trim(), emailKeyOf(email), name.trim(), passwordHash],
      );
      if (made.length === 0) throw new Refusal(emailTaken());
      await audit(query, asker, { action: 'account.signUp', accountId: id }, { id, name: name.trim() });
      await openSession(query, asker, { token, accountId: id });
    });
    asker.setSession(token);
    return token;
  }

  /**
   * The new session's token. A code is asked of nobody who does not know the password, and a wrong one counts as a wrong password does.
   * Errors: `Refusal`, the same for an unknown address and a wrong password; `TOO_MANY_REQUESTS`.
   */
  async signIn(asker: Asker, { email, password, code = null }: SignInProof): Promise<string> {
    const key = emailKeyOf(email);
    await this.attempts.begin(key, asker.address);
    const [account] = await this.budget.query<{ id: string; name: string; passwordHash: string | null }>(
      'select id, name, password_hash as "passwordHash" from public.accounts where email_key = $1',
      [key],
    );
    const isRight = await isPassword(password, account?.passwordHash ?? null);
    if (!account || !isRight) throw new Refusal(wrongPassword());
    const token = newToken('session');
    await inRegistry(this.budget, async (query) => {
      const target = await this.secondSteps.require(query, account.id, code);
      await audit(query, asker, { action: 'account.signIn', accountId: account.id, target }, account);
      await openSession(query, asker, { token, accountId: account.id });
    });
    await this.attempts.succeed(key, asker.address);
    asker.setSession(token);
    return token;
  }

  async signOut(asker: Asker): Promise<void> {
    const principal = requireAccount(asker);
    await this.budget.query('delete from public.sessions where id = $1', [principal.sessionId]);
    this.principals.forget();
    asker.setSession(null);
  }

  /** All sessions but the present one. */
  async signOutElsewhere(asker: Asker): Promise<void> {
    const { id, sessionId } = requireWholeAccount(asker);
    await inRegistry(this.budget, async (query) => {
      await query('delete from public.sessions where account_id = $1 and id <> $2', [id, sessionId]);
      await audit(query, asker, { action: 'account.signOutEverywhere', accountId: id });
    });
    this.principals.forget();
  }

  /** Errors: `Refusal` where it is none of the viewer's. */
  async revokeSession(asker: Asker, sessionId: string): Promise<void> {
    const { id } = requireWholeAccount(asker);
    const gone = await this.budget.query<{ id: string }>(
      'delete from public.sessions where id = $1 and account_id = $2 returning id',
      [sessionId, id],
    );
    if (gone.length === 0)
      throw new Refusal({ code: UserErrorCode.NOT_FOUND, field: ['id'], message: 'There is no session with this id.' });
    this.principals.forget();
  }

  async sessionsOf(asker: Asker): Promise<Session[]> {
    const { id, sessionId, onlyTenantId } = requireAccount(asker);
    const rows = await this.budget.query<Omit<Session, 'isCurrent'>>(
      `select id, user_agent as "userAgent", address, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
       from public.sessions
       where account_id = $1 and expires_at > now() and ($2::uuid is null or tenant_id = $2) order by last_used_at desc limit ${mostSessions}`,
      [id, onlyTenantId],
    );
    return rows.map((row) => ({ ...row, isCurrent: row.id === sessionId }));
  }

  /** The other sessions end: whoever knew the old password is out. Errors: `Refusal`. */
  async changePassword(asker: Asker, current: string, next: string): Promise<void> {
    const { id, sessionId } = requireWholeAccount(asker);
    await this.confirm(asker, { field: 'currentPassword', password: current }, async () => {
      const passwordHash = await hashPassword(next);
      await inRegistry(this.budget, async (query) => {
        await setPassword(query, id, passwordHash);
        await query('delete from public.sessions where account_id = $1 and id <> $2', [id, sessionId]);
        await audit(query, asker, { action: 'account.changePassword', accountId: id });
      });
    });
    this.principals.forget();
  }

  /**
   * Does what only the person may do, not whoever sits at an open session. What the work refuses counts as an attempt as well.
   * Errors: `Refusal` of the field that the password came by; `TOO_MANY_REQUESTS`.
   */
  async confirm<Result>(
    asker: Asker,
    { field, password }: { field: string; password: string },
    work: () => Promise<Result>,
  ): Promise<Result> {
    const { id, email } = requireWholeAccount(asker);
    await this.attempts.begin(emailKeyOf(email), asker.address);
    const [account] = await this.budget.query<{ passwordHash: string | null }>(
      'select password_hash as "passwordHash" from public.accounts where id = $1',
      [id],
    );
    if (!(await isPassword(password, account?.passwordHash ?? null))) throw new Refusal(notYourPassword(field));
    const result = await work();
    await this.attempts.succeed(emailKeyOf(email), asker.address);
    return result;
  }

  async rename(asker: Asker, name: string): Promise<AccountPrincipal> {
    const principal = requireWholeAccount(asker);
    const { id } = principal;
    await this.budget.query('update public.accounts set name = $2, updated_at = now() where id = $1', [
      id,
      name.trim(),
    ]);
    this.principals.forget();
    return { ...principal, name: name.trim() };
  }

  async find(id: string): Promise<WholeAccount | null> {
    const [row] = await this.budget.query<WholeAccount>(`select ${accountColumns} from public.accounts where id = $1`, [
      id,
    ]);
    return row ?? null;
  }
}

export async function setPassword(query: Query, accountId: string, passwordHash: string): Promise<void> {
  await query('update public.accounts set password_hash = $2, updated_at = now() where id = $1', [
    accountId,
    passwordHash,
  ]);
}

/** Errors: `UNAUTHENTICATED` for programs with a key as well, which have no account to speak of. */
export function requireAccount({ principal }: Asker): AccountPrincipal {
  if (principal?.kind !== 'account') throw unauthenticated();
  return principal;
}

/**
 * For what is the account's own, whichever companies it belongs to. A session by single sign-on is one company's: whoever runs its provider
 * could open it. Errors: as above; `ONE_COMPANY_ONLY`.
 */
export function requireWholeAccount(asker: Asker): AccountPrincipal {
  const principal = requireAccount(asker);
  if (principal.onlyTenantId !== null) throw oneCompanyOnly();
  return principal;
}

const emailTaken = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['email'],
  message: 'There is an account with this address: sign in instead.',
});

const wrongPassword = () => ({
  code: UserErrorCode.INVALID,
  field: ['password'],
  message: 'There is no account with this address and password.',
});

const notYourPassword = (field: string) => ({
  code: UserErrorCode.INVALID,
  field: [field],
  message: 'This is not your current password.',
});
