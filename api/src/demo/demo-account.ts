import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { hashPassword } from '../access/account/password';
import type { Tenancy } from '../tenancy/tenancy';
import { colleaguesDomain } from './demo-colleagues';

export interface DemoSignIn {
  email: string;
  password: string;
}

const email = 'demo@atrium.example';

/** Read by the web client's sign-in page and by `npm start`, which show it where only this machine reaches them. */
const fileOf = (dataDir: string): string => join(dataDir, 'demo-sign-in.json');

/**
 * The account that owns the demo companies and steers the deployment, which nobody else reaches. Its password is made once, kept in the data folder, and set again at each start,
 * so that what the sign-in page has filled in is right whatever somebody has changed.
 * Shape: the account's id.
 */
export async function openDemoAccount({ budget }: Tenancy, dataDir: string): Promise<string> {
  const { password } = await keptSignIn(dataDir);
  const [account] = await budget.query<{ id: string }>(
    `insert into public.accounts (id, email, email_key, name, password_hash, is_operator) values ($1, $2, $2, 'Dana Demo', $3, true)
     on conflict (email_key) do update set password_hash = excluded.password_hash, is_operator = true returning id`,
    [uuidV7(), email, await hashPassword(password)],
  );
  if (!account) throw new Error('expected the account of the demo');
  return account.id;
}

/** Demo companies to which nobody belongs, as those that are older than accounts, become the demo account's. */
export async function ownDemoCompanies({ budget }: Tenancy, accountId: string, names: string[]): Promise<void> {
  const tenants = await budget.query<{ id: string }>(
    `select id from public.tenants t where name = any($1)
     and not exists (select from public.memberships m where m.tenant_id = t.id)`,
    [names],
  );
  for (const { id } of tenants) {
    await budget.query(
      `insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, 'owner') on conflict do nothing`,
      [uuidV7(), accountId, id],
    );
  }
}

/** Outside of a demo there is no such account, nor those of its colleagues: its password lay in a file. */
export async function removeDemoAccount({ budget, migrator }: Tenancy, dataDir: string): Promise<void> {
  const isOfDemo = `(email_key = '${email}' or email_key like '%@${colleaguesDomain}')`;
  const [found] = await budget.query(`select 1 from public.accounts where ${isOfDemo}`);
  // Requests are served by a role that removes no accounts.
  if (found) await migrator.inTransaction((runner) => runner.query(`delete from public.accounts where ${isOfDemo}`));
  await rm(fileOf(dataDir), { force: true });
}

async function keptSignIn(dataDir: string): Promise<DemoSignIn> {
  const file = fileOf(dataDir);
  const made: DemoSignIn = { email, password: randomBytes(12).toString('base64url') };
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return JSON.parse(await readFile(file, 'utf8')) as DemoSignIn;
  }
}
