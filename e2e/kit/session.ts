import { sharedSystem } from './shared-system';

export interface SignIn {
  email: string;
  password: string;
}

export const password = 'correct horse battery';

const owner: SignIn = { email: 'owner@e2e.example', password };

const tokens = new Map<string, Promise<string>>();

/** Of whoever owns what the tests make at that address: the demo's account where there is a demo, else one of the tests' own. */
export function tokenAt(url: string): Promise<string> {
  const { apiUrl, webUrl, signIn } = sharedSystem();
  const token = tokens.get(url) ?? ([apiUrl, webUrl].includes(url) ? openSession(url, signIn) : openOwn(url));
  tokens.set(url, token);
  return token;
}

/** An account, signed in. Shape: null where the address has one already. */
export async function signUp(url: string, account: SignIn & { name: string; companyName?: string }) {
  const { signUp: made } = await send(
    url,
    'mutation ($input: SignUpInput!) { signUp(input: $input) { token tenant { slug } userErrors { message } } }',
    account,
  );
  return made.token === null ? null : (made as { token: string; tenant: { slug: string } | null });
}

export async function openSession(url: string, input: SignIn): Promise<string> {
  const { signIn } = await send(
    url,
    'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { message } } }',
    input,
  );
  if (signIn.token === null) throw new Error(`expected a session, got ${JSON.stringify(signIn.userErrors)}`);
  return signIn.token;
}

const openOwn = async (url: string): Promise<string> =>
  (await signUp(url, { ...owner, name: 'Olga Owner' }))?.token ?? openSession(url, owner);

// biome-ignore lint/suspicious/noExplicitAny: answers of two shapes, each read once
async function send(url: string, query: string, input: object): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown[] };
  if (!data) throw new Error(`expected data, got ${response.status} ${JSON.stringify(errors)}`);
  return data;
}
