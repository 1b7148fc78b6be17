import { randomUUID } from 'node:crypto';
import { newToken } from '../api/src/access/token';
import { addresses, ask, type Headers, medianOf, type World } from './access-world';
import type { ServedApi } from './served';
import { say } from './target';

/** How far the times of two that nobody may tell apart may be from each other: a fifth of the longer one. */
const mostApart = 0.2;

interface Pair {
  what: string;
  /** The two that nobody may tell apart. */
  ways: [(n: number) => Promise<unknown>, (n: number) => Promise<unknown>];
  times: number;
}

/** Answers which pairs are further apart. */
export async function measureRefusals(
  api: ServedApi,
  world: World,
  { requests }: { requests: number },
): Promise<string[]> {
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
    if (apart > mostApart) faults.push(`${what}: ${(apart * 100).toFixed(0)} % apart; at most ${mostApart * 100} %`);
  }
  return faults;
}
