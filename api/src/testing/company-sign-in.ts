import { randomUUID } from 'node:crypto';
import { type IdentityProvider, signInAtProvider, startIdentityProvider } from './identity-provider';
import { closedApi, newPerson, type Person, sendTo } from './people';

export const redirectUri = 'http://localhost:5173/sign-in/company/callback';

let running: IdentityProvider | null = null;

beforeAll(async () => {
  running = await startIdentityProvider({ redirectUri });
});

afterAll(() => running?.stop());

/** Of the file's companies: a process of its own for each file that asks for one. */
export function provider(): IdentityProvider {
  if (!running) throw new Error('expected the provider, which runs while tests do');
  return running;
}

export const set = `
  mutation ($input: SetSingleSignOnInput!) {
    setSingleSignOn(input: $input) { singleSignOn { issuer clientId role } userErrors { code field message } }
  }`;

export const begin = `
  mutation ($company: String!) {
    beginSingleSignOn(input: { company: $company }) { url userErrors { code field message } }
  }`;

const finish = `
  mutation ($input: FinishSingleSignOnInput!) {
    finishSingleSignOn(input: $input) {
      token viewer { name email memberships { role } } tenant { id } userErrors { code field message }
    }
  }`;

export const settings = ({ tenantId }: Person, more: object = {}) => {
  const { issuer, clientId, clientSecret } = provider();
  return { input: { tenantId, issuer, clientId, clientSecret, ...more } };
};

export interface Company {
  owner: Person;
  slug: string;
}

/** One whose people sign in by the provider. */
export async function newCompany(more: object = {}): Promise<Company> {
  const owner = await newPerson(`Able ${randomUUID()}`);
  const { data } = await owner.send(set, settings(owner, more));
  expect(data.setSingleSignOn.userErrors).toEqual([]);
  const { data: known } = await owner.send('query ($id: ID!) { tenant(id: $id) { slug } }', { id: owner.tenantId });
  return { owner, slug: known.tenant.slug };
}

/** As a browser: with its cookie. */
export async function begun(slug: string): Promise<{ url: string; cookie: string; setCookie: string }> {
  const response = await fetch(`${(await closedApi()).url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: begin, variables: { company: slug } }),
  });
  const [setCookie = ''] = response.headers.getSetCookie();
  const { data } = (await response.json()) as { data: { beginSingleSignOn: { url: string } } };
  return { url: data.beginSingleSignOn.url, cookie: setCookie.split(';')[0] ?? '', setCookie };
}

export const inputOf = (callback: URL) => Object.fromEntries(callback.searchParams);

export async function finished(input: object, cookie: string) {
  const { data } = await sendTo(finish, { input }, { cookie });
  return data.finishSingleSignOn;
}

export async function signIn(slug: string, login: string) {
  const { url, cookie } = await begun(slug);
  return finished(inputOf(await signInAtProvider(url, login)), cookie);
}

export const as =
  (token: string) =>
  (document: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    sendTo(document, variables, { authorization: `Bearer ${token}`, ...headers });

export const newLogin = () => `${randomUUID()}@people.example`;
