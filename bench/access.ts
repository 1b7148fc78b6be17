import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { hashPassword } from '../api/src/access/account/password';
import { hashOf, newToken } from '../api/src/access/token';
import { schemaNameFrom } from '../api/src/tenancy/schema-name';
import { probes, sendProbe } from '../api/src/testing/probes';
import { type ServedApi, serveApi } from './served';
import { say, withClient } from './target';

export interface AccessOptions {
  rounds: number;
  requests: number;
}

/** What access may add to a request, how far the times of two refusals may be apart, and what a hostile request may cost. */
const most = { access: 1.1, apart: 0.2, probeMs: 50 };

/** Errors: where a limit is passed. */
export async function measureAccess(url: string, options: AccessOptions): Promise<void> {
  const api = await serveApi(url);
  try {
    const world = await withClient(url, (client) => newWorld(api, client));
    const faults = [
      ...(await measureCost(api, world, options)),
      ...(await measureRefusals(api, world, options)),
      ...(await measureProbes(api, world)),
    ];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await api.stop();
  }
}

interface World {
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
const addresses = 400;

async function newWorld(api: ServedApi, client: Client): Promise<World> {
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

type Headers = Record<string, string>;

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each read once
type Data = any;

async function ask({ url }: ServedApi, query: string, headers: Headers, variables: object = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as Data).data;
}

const medianOf = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The same requests by somebody who has signed in and by the operator of an open door, in turn. */
async function measureCost(api: ServedApi, { token, tenantId, contactId }: World, { rounds, requests }: AccessOptions) {
  const doors: [string, Headers][] = [
    ['nobody is asked', {}],
    ['signed in', { authorization: `Bearer ${token}` }],
  ];
  const documents = [
    ['one contact', `{ contact(id: "${contactId}") { id name email company createdAt } }`],
    ['a list of contacts', '{ contacts(first: 25) { nodes { id name email company createdAt } } }'],
  ] as const;
  say('\n| request | door | CPU of the API, ms | statements |\n|---|---|---|---|');
  const faults: string[] = [];
  for (const [what, document] of documents) {
    const costs = doors.map(() => [] as number[]);
    const statements = doors.map(() => 0);
    for (let round = -1; round < rounds; round += 1) {
      for (const [at, [, headers]] of doors.entries()) {
        await api.statements();
        const before = await api.cpuMs();
        for (let n = 0; n < requests; n += 8)
          await Promise.all(
            Array.from({ length: 8 }, () => ask(api, document, { ...headers, 'x-tenant-id': tenantId })),
          );
        const cpuMs = ((await api.cpuMs()) - before) / requests;
        if (round < 0) continue;
        costs[at]?.push(cpuMs);
        statements[at] = (await api.statements()).length / requests;
      }
    }
    const [open = 0, closed = 0] = costs.map(medianOf);
    for (const [at, [door]] of doors.entries())
      say(`| ${what} | ${door} | ${[open, closed][at]?.toFixed(3)} | ${statements[at]?.toFixed(2)} |`);
    const ratio = closed / open;
    say(`${what}: access takes ${ratio.toFixed(2)} times the CPU`);
    if (ratio > most.access)
      faults.push(`${what}: access takes ${ratio.toFixed(2)} times the CPU; at most ${most.access}`);
  }
  return faults;
}

interface Pair {
  what: string;
  /** The two that nobody may tell apart. */
  ways: [(n: number) => Promise<unknown>, (n: number) => Promise<unknown>];
  times: number;
}

async function measureRefusals(api: ServedApi, world: World, { requests }: AccessOptions) {
  const { token, tenantId, foreign, emails } = world;
  const as = { authorization: `Bearer ${token}` };
  const here = { ...as, 'x-tenant-id': tenantId };
  const contact = (id: string) => () => ask(api, `{ contact(id: "${id}") { id } }`, here);
  const inTenant = (headers: Headers) => () => ask(api, '{ contacts(first: 1) { nodes { id } } }', headers);
  /** Each from an address of its own, since those are limited as well. */
  const from = (n: number): Headers => ({ 'x-forwarded-for': `10.${n % 7}.${n >> 8}.${n & 255}` });
  const signIn = (email: (n: number) => string) => (n: number) =>
    ask(api, `mutation { signIn(input: { email: "${email(n)}", password: "wrong" }) { token } }`, from(n));
  const reset = (email: (n: number) => string) => (n: number) =>
    ask(
      api,
      `mutation { requestPasswordReset(input: { email: "${email(n)}" }) { userErrors { code } } }`,
      from(n + 5_000),
    );
  const known = (n: number) => emails[n % emails.length] ?? '';
  const unknown = (n: number) => `nobody-${n}-${emails[n % emails.length]}`;
  const accept = (invitation: () => string) => () =>
    ask(api, 'mutation ($token: String!) { acceptInvitation(input: { token: $token }) { userErrors { code } } }', as, {
      token: invitation(),
    });
  const key = { authorization: `Bearer ${foreign.key}` };
  const pairs: Pair[] = [
    {
      what: 'a contact: another company’s, no one’s',
      ways: [contact(foreign.contactId), contact(randomUUID())],
      times: requests,
    },
    {
      what: 'a company: another’s, no one’s',
      ways: [inTenant({ ...as, 'x-tenant-id': foreign.tenantId }), inTenant({ ...as, 'x-tenant-id': randomUUID() })],
      times: requests,
    },
    {
      what: 'a key: in another company, in none',
      ways: [inTenant({ ...key, 'x-tenant-id': tenantId }), inTenant({ ...key, 'x-tenant-id': randomUUID() })],
      times: requests,
    },
    { what: 'a sign-in: known address, unknown', ways: [signIn(known), signIn(unknown)], times: 40 },
    {
      what: 'a reset: known address, unknown',
      ways: [reset(known), reset(unknown)],
      times: Math.min(requests, addresses),
    },
    {
      what: 'an invitation: expired, made up',
      ways: [accept(() => world.expiredInvitation), accept(() => newToken('invitation'))],
      times: requests,
    },
  ];
  say('\n| refusal | first, ms | second, ms | apart |\n|---|---|---|---|');
  const faults: string[] = [];
  for (const { what, ways, times } of pairs) {
    const taken = ways.map(() => [] as number[]);
    for (let n = 0; n < times; n += 1) {
      // Whichever comes first would otherwise have the other's rows in memory already.
      for (const at of n % 2 === 0 ? [0, 1] : [1, 0]) {
        const startedAt = performance.now();
        await ways[at]?.(n);
        taken[at]?.push(performance.now() - startedAt);
      }
    }
    const [first = 0, second = 0] = taken.map(medianOf);
    const apart = Math.abs(first - second) / Math.max(first, second);
    say(`| ${what} | ${first.toFixed(2)} | ${second.toFixed(2)} | ${(apart * 100).toFixed(0)} % |`);
    if (apart > most.apart) faults.push(`${what}: ${(apart * 100).toFixed(0)} % apart; at most ${most.apart * 100} %`);
  }
  return faults;
}

async function measureProbes(api: ServedApi, { token, tenantId }: World) {
  say('\n| probe | status | CPU of the API, ms |\n|---|---|---|');
  const faults: string[] = [];
  for (const probe of probes) {
    const costs: number[] = [];
    let status = 0;
    for (let round = 0; round < 5; round += 1) {
      const before = await api.cpuMs();
      const answer = await sendProbe(api.url, probe, { authorization: `Bearer ${token}`, 'x-tenant-id': tenantId });
      await answer.arrayBuffer();
      status = answer.status;
      costs.push((await api.cpuMs()) - before);
    }
    // The first is as good as any for an attacker, but also the one that compiles.
    const cpuMs = medianOf(costs);
    say(`| ${probe.name} | ${status} | ${cpuMs.toFixed(1)} |`);
    if (status < 400 || status > 499) faults.push(`${probe.name}: answered with ${status}`);
    if (cpuMs > most.probeMs) faults.push(`${probe.name}: ${cpuMs.toFixed(0)} ms of CPU; at most ${most.probeMs}`);
  }
  return faults;
}
