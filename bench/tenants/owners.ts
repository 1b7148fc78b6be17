import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { hashOf, newToken } from '../../api/src/access/token';

/** A person of twenty companies: one of ten thousand would be slower for reasons that are not the number of companies. */
const companiesOfOne = 20;

export interface Company {
  id: string;
  /** What its owner's requests carry. */
  as: Record<string, string>;
}

/** Those of an earlier run with a session for each owner, and owners for those to come. */
export class Owners {
  private free = 0;
  private present: Record<string, string> = {};

  constructor(private readonly client: Client) {}

  /** Oldest first. */
  async companies(): Promise<Company[]> {
    const { rows } = await this.client.query<{ id: string; owner: string }>(
      `select t.id, m.account_id as owner from public.tenants t
       join public.memberships m on m.tenant_id = t.id and m.role = 'owner' order by t.created_at, t.id`,
    );
    const sessions = new Map<string, Record<string, string>>();
    for (const owner of new Set(rows.map((row) => row.owner))) sessions.set(owner, await this.newSession(owner));
    return rows.map(({ id, owner }) => ({ id, as: sessions.get(owner) ?? {} }));
  }

  /** Who makes the next company. */
  async next(): Promise<Record<string, string>> {
    if (this.free === 0) {
      const id = randomUUID();
      await this.client.query(
        `insert into public.accounts (id, email, email_key, name) values ($1, $2, $2, 'Olive Owner')`,
        [id, `${id}@bench.example`],
      );
      this.present = await this.newSession(id);
      this.free = companiesOfOne;
    }
    this.free -= 1;
    return this.present;
  }

  private async newSession(accountId: string): Promise<Record<string, string>> {
    const token = newToken('session');
    await this.client.query(
      `insert into public.sessions (id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '7 days')`,
      [randomUUID(), hashOf(token), accountId],
    );
    return { authorization: `Bearer ${token}` };
  }
}
