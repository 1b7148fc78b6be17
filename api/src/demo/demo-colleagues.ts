import { v7 as uuidV7 } from 'uuid';
import type { Tenancy } from '../tenancy/tenancy';
import type { DemoCompany } from './demo-company';

/** Theirs alone: no mail ever goes to `.example`. */
export const colleaguesDomain = 'demo.atrium.example';

/**
 * Accounts, and memberships, of those who write for a demo company. They have no password: nobody can sign in as them.
 * Shape: their ids by name.
 */
export async function openDemoColleagues(
  { budget }: Tenancy,
  tenantId: string,
  company: DemoCompany,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of namesIn(company)) {
    const [account] = await budget.query<{ id: string }>(
      `insert into public.accounts (id, email, email_key, name) values ($1, $2, $2, $3)
       on conflict (email_key) do update set name = excluded.name returning id`,
      [uuidV7(), emailOf(name), name],
    );
    if (!account) throw new Error(`expected an account for ${name}`);
    ids.set(name, account.id);
    await budget.query(
      `insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, 'member') on conflict do nothing`,
      [uuidV7(), account.id, tenantId],
    );
  }
  return ids;
}

const namesIn = ({ contacts }: DemoCompany): Set<string> =>
  new Set(contacts.flatMap(({ conversations }) => conversations.map(({ by }) => by)));

/** `Aylin Çelik` → `aylin.celik@…`. */
function emailOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mark}/gu, '');
  return `${plain.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@${colleaguesDomain}`;
}
