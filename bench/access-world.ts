import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { hashPassword } from '../api/src/access/account/password';
import { hashOf, newToken } from '../api/src/access/token';
import { schemaNameFrom } from '../api/src/tenancy/schema-name';
import type { ServedApi } from './served';

export interface World {
  /** Of the owner of the first company. */
  token: string;
  email: string;
  tenantId: string;
  contactId: string;
  /** Of another company. */
  foreign: { tenantId: string; contactId: string; key: string };
  /** Addresses of accounts with a password. */
  emails: string[];
  /** To the owner of the first company. */
  expiredInvitation: string;
}

/** As many addresses as attempts: of one, only ten are let in. */
export const addresses = 400;

export async function newWorld(api: ServedApi, client: Client): Promise<World> {
  const passwordHash = await hashPassword(randomBytes(16).toString('hex'));
  const emails = Array.from({ length: addresses }, () => `${randomUUID()}@people.example`);
  for (const email of emails)
    await client.query(
      'insert into public.accounts (id, email, email_key, name, password_hash) values ($1, $2, $2, $3, $4)',
      [randomUUID(), email, 'Ann Example', passwordHash],
    );
  const own = await newCompany(api, client);
  const other = await newCompany(api, client);
  const key = newToken('key');
  await client.query(
    `insert into public.api_keys (id, tenant_id, name, token_hash, hint, scopes) values ($1, $2, 'Bench', $3, 'none', '{contacts:read}')`,
    [randomUUID(), other.tenantId, hashOf(key)],
  );
  const expiredInvitation = newToken('invitation');
  await client.query(
    `insert into public.invitations (id, tenant_id, email, email_key, role, token_hash, expires_at)
     values ($1, $2, $3, $3, 'member', $4, now() - interval '1 day')`,
    [randomUUID(), other.tenantId, own.email, hashOf(expiredInvitation)],
  );
  return {
    ...own,
    foreign: { tenantId: other.tenantId, contactId: other.contactId, key },
    emails,
    expiredInvitation,
  };
}

async function newCompany(api: ServedApi, client: Client) {
  const [accountId, token] = [randomUUID(), newToken('session')];
  const email = `${accountId}@people.example`;
  await client.query('insert into public.accounts (id, email, email_key, name) values ($1, $2, $2, $3)', [
    accountId,
    email,
    'Olive Owner',
  ]);
  await client.query(
    `insert into public.sessions (id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), hashOf(token), accountId],
  );
  const as = { authorization: `Bearer ${token}` };
  const { createTenant } = await ask(
    api,
    `mutation { createTenant(input: { name: "Bench ${accountId.slice(0, 8)}" }) { tenant { id } } }`,
    as,
  );
  const tenantId: string = createTenant.tenant.id;
  const { createContact } = await ask(
    api,
    'mutation { createContact(input: { name: "Ann", email: "ann@contact.example" }) { contact { id } } }',
    { ...as, 'x-tenant-id': tenantId },
  );
  await client.query(
    `insert into "${schemaNameFrom(tenantId)}".contacts (id, name, email)
     select gen_random_uuid(), 'Contact ' || n, 'contact' || n || '@contact.example' from generate_series(1, 50) n`,
  );
  return { token, email, tenantId, contactId: createContact.contact.id as string };
}

export type Headers = Record<string, string>;

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each read once
type Data = any;

export async function ask({ url }: ServedApi, query: string, headers: Headers, variables: object = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as Data).data;
}

export const medianOf = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
