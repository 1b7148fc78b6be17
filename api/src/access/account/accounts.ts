import { v7 as uuidV7 } from 'uuid';
import type { ConnectionBudget } from '../../database/connection-budget';
import { unauthenticated } from '../../graphql/errors';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import type { AccountPrincipal } from '../principal';
import type { Principals } from '../principals';
import { inRegistry, type Query } from '../registry-transaction';
import { hashOf, newToken } from '../token';
import type { Session, WholeAccount } from './account';
import { Attempts } from './attempts';
import { hashPassword, isPassword } from './password';

export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

const accountColumns = 'id, email, name, created_at as "createdAt"';

/** As addresses are compared: without regard to case. */
export const emailKeyOf = (email: string): string => email.trim().toLowerCase();

const sessionDays = 30;
export const mostSessions = 50;

/** Accounts and their sessions. One per process. */
export class Accounts {
  private readonly attempts = new Attempts();

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly principals: Principals,
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

  /** The new session's token. Errors: `Refusal`, the same for an unknown address and a wrong password; `TOO_MANY_REQUESTS`. */
  async signIn(asker: Asker, email: string, password: string): Promise<string> {
    const key = emailKeyOf(email);
    await this.attempts.begin(key, asker.address);
    const [account] = await this.budget.query<{ id: string; name: string; passwordHash: string | null }>(
      'select id, name, password_hash as "passwordHash" from public.accounts where email_key = $1',
      [key],
    );
    const isRight = await isPassword(password, account?.passwordHash ?? null);
    if (!account || !isRight) throw new Refusal(wrongPassword());
    await this.attempts.succeed(key, asker.address);
    const token = newToken('session');
    await inRegistry(this.budget, async (query) => {
      await audit(query, asker, { action: 'account.signIn', accountId: account.id }, account);
      await openSession(query, asker, { token, accountId: account.id });
    });
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
    const { id, sessionId } = requireAccount(asker);
    await inRegistry(this.budget, async (query) => {
      await query('delete from public.sessions where account_id = $1 and id <> $2', [id, sessionId]);
      await audit(query, asker, { action: 'account.signOutEverywhere', accountId: id });
    });
    this.principals.forget();
  }

  /** Errors: `Refusal` where it is none of the viewer's. */
  async revokeSession(asker: Asker, sessionId: string): Promise<void> {
    const { id } = requireAccount(asker);
    const gone = await this.budget.query<{ id: string }>(
      'delete from public.sessions where id = $1 and account_id = $2 returning id',
      [sessionId, id],
    );
    if (gone.length === 0)
      throw new Refusal({ code: UserErrorCode.NOT_FOUND, field: ['id'], message: 'There is no session with this id.' });
    this.principals.forget();
  }

  async sessionsOf(asker: Asker): Promise<Session[]> {
    const { id, sessionId } = requireAccount(asker);
    const rows = await this.budget.query<Omit<Session, 'isCurrent'>>(
      `select id, user_agent as "userAgent", address, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
       from public.sessions where account_id = $1 and expires_at > now() order by last_used_at desc limit ${mostSessions}`,
      [id],
    );
    return rows.map((row) => ({ ...row, isCurrent: row.id === sessionId }));
  }

  /** The other sessions end: whoever knew the old password is out. Errors: `Refusal`. */
  async changePassword(asker: Asker, current: string, next: string): Promise<void> {
    const { id, sessionId, email } = requireAccount(asker);
    await this.attempts.begin(emailKeyOf(email), asker.address);
    const [account] = await this.budget.query<{ passwordHash: string | null }>(
      'select password_hash as "passwordHash" from public.accounts where id = $1',
      [id],
    );
    if (!(await isPassword(current, account?.passwordHash ?? null))) {
      throw new Refusal({
        code: UserErrorCode.INVALID,
        field: ['currentPassword'],
        message: 'This is not your current password.',
      });
    }
    await this.attempts.succeed(emailKeyOf(email), asker.address);
    const passwordHash = await hashPassword(next);
    await inRegistry(this.budget, async (query) => {
      await setPassword(query, id, passwordHash);
      await query('delete from public.sessions where account_id = $1 and id <> $2', [id, sessionId]);
      await audit(query, asker, { action: 'account.changePassword', accountId: id });
    });
    this.principals.forget();
  }

  async rename(asker: Asker, name: string): Promise<AccountPrincipal> {
    const principal = requireAccount(asker);
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

interface NewSession {
  token: string;
  accountId: string;
}

async function openSession(
  query: Query,
  { userAgent, address }: Asker,
  { token, accountId }: NewSession,
): Promise<void> {
  await query(
    `insert into public.sessions (id, token_hash, account_id, user_agent, address, expires_at)
     values ($1, $2, $3, $4, $5, now() + make_interval(days => $6))`,
    [uuidV7(), hashOf(token), accountId, userAgent?.slice(0, 300) ?? null, address, sessionDays],
  );
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
