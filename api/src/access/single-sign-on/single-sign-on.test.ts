import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type IdentityProvider, signInAtProvider, startIdentityProvider } from '../../testing/identity-provider';
import {
  accept,
  closedApi,
  contacts,
  createContact,
  inTenant,
  invite,
  membershipOf,
  newMember,
  newPerson,
  type Person,
  remove,
  sendTo,
} from '../../testing/people';
import { behindTheApi } from '../../testing/test-api';

const redirectUri = 'http://localhost:5173/sign-in/company/callback';

let provider: IdentityProvider;
let unhelpful: Server;
let answer: RequestListener;

beforeAll(async () => {
  provider = await startIdentityProvider({ redirectUri });
  unhelpful = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => unhelpful.listen(0, '127.0.0.1', listening));
});

afterAll(async () => {
  await provider.stop();
  unhelpful.close().closeAllConnections();
});

const set = `
  mutation ($input: SetSingleSignOnInput!) {
    setSingleSignOn(input: $input) { singleSignOn { issuer clientId role } userErrors { code field message } }
  }`;
const removeProvider = `
  mutation ($id: ID!) { removeSingleSignOn(input: { tenantId: $id }) { tenant { id } userErrors { code } } }`;
const begin = `
  mutation ($company: String!) {
    beginSingleSignOn(input: { company: $company }) { url userErrors { code field message } }
  }`;
const finish = `
  mutation ($input: FinishSingleSignOnInput!) {
    finishSingleSignOn(input: $input) {
      token viewer { name email memberships { role } } tenant { id } userErrors { code field message }
    }
  }`;
const auditLog = 'query ($id: ID!) { tenant(id: $id) { auditLog { nodes { action actorName target } } } }';

const settings = (owner: Person, more: object = {}) => {
  const { issuer, clientId, clientSecret } = provider;
  return { input: { tenantId: owner.tenantId, issuer, clientId, clientSecret, ...more } };
};

interface Company {
  owner: Person;
  slug: string;
}

/** One whose people sign in by the provider. */
async function newCompany(more: object = {}): Promise<Company> {
  const owner = await newPerson(`Able ${randomUUID()}`);
  const { data } = await owner.send(set, settings(owner, more));
  expect(data.setSingleSignOn.userErrors).toEqual([]);
  const { data: known } = await owner.send('query ($id: ID!) { tenant(id: $id) { slug } }', { id: owner.tenantId });
  return { owner, slug: known.tenant.slug };
}

/** As a browser: with its cookie. */
async function begun(slug: string): Promise<{ url: string; cookie: string; setCookie: string }> {
  const response = await fetch(`${(await closedApi()).url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: begin, variables: { company: slug } }),
  });
  const [setCookie = ''] = response.headers.getSetCookie();
  const { data } = (await response.json()) as { data: { beginSingleSignOn: { url: string } } };
  return { url: data.beginSingleSignOn.url, cookie: setCookie.split(';')[0] ?? '', setCookie };
}

const inputOf = (callback: URL) => Object.fromEntries(callback.searchParams);

async function finished(input: object, cookie: string) {
  const { data } = await sendTo(finish, { input }, { cookie });
  return data.finishSingleSignOn;
}

async function signIn(slug: string, login: string) {
  const { url, cookie } = await begun(slug);
  return finished(inputOf(await signInAtProvider(url, login)), cookie);
}

const as =
  (token: string) =>
  (document: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    sendTo(document, variables, { authorization: `Bearer ${token}`, ...headers });

const newLogin = () => `${randomUUID()}@people.example`;

test('whoever the provider sends becomes a member, and is the same person the next time', async () => {
  const { owner, slug } = await newCompany();
  const login = newLogin();

  const first = await signIn(slug, login);
  const second = await signIn(slug, login);

  expect(first).toMatchObject({
    viewer: { name: `Person ${login}`, email: login, memberships: [{ role: 'MEMBER' }] },
    tenant: { id: owner.tenantId },
    userErrors: [],
  });
  expect(second.viewer).toEqual(first.viewer);
  const { data } = await as(first.token)(createContact, {}, inTenant(owner.tenantId));
  expect(data.createContact.userErrors).toEqual([]);
  const log = await owner.send(auditLog, { id: owner.tenantId });
  expect(log.data.tenant.auditLog.nodes).toMatchObject([
    { action: 'singleSignOn.signIn', actorName: `Person ${login}`, target: login },
    { action: 'singleSignOn.join', target: login },
    { action: 'singleSignOn.set', target: `${provider.issuer}: member` },
  ]);
});

test('the browser that began is known by a cookie that no script can read', async () => {
  const { slug } = await newCompany();

  const { setCookie, url } = await begun(slug);

  expect(setCookie).toMatch(/^atrium-attempt=.*Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(inputOf(new URL(url))).toMatchObject({ code_challenge_method: 'S256', redirect_uri: redirectUri });
});

test('an answer with another state, from another browser or for the second time opens nothing', async () => {
  const { slug } = await newCompany();
  const { url, cookie } = await begun(slug);
  const other = await begun(slug);
  const input = inputOf(await signInAtProvider(url, newLogin()));

  const wrong = await finished({ ...input, state: 'wrong' }, cookie);
  const elsewhere = await finished(input, other.cookie);
  const without = await finished(input, '');
  const right = await finished(input, cookie);
  const again = await finished(input, cookie);

  expect([wrong, elsewhere, without, again].map(({ token, userErrors }) => [token, userErrors[0].field])).toEqual(
    Array.from({ length: 4 }, () => [null, ['state']]),
  );
  expect(right.userErrors).toEqual([]);
});

test('an attempt is over after ten minutes', async () => {
  const { owner, slug } = await newCompany();
  const { url, cookie } = await begun(slug);
  const input = inputOf(await signInAtProvider(url, newLogin()));
  await behindTheApi(`update single_sign_on_attempts set expires_at = now() where tenant_id = $1`, [owner.tenantId]);

  const { userErrors } = await finished(input, cookie);

  expect(userErrors).toMatchObject([{ field: ['state'] }]);
});

test.each([
  ['nonce', (url: URL) => url.searchParams.set('nonce', 'another'), (input: object) => input],
  ['issuer', () => undefined, (input: object) => ({ ...input, iss: 'https://login.example' })],
  ['code', () => undefined, (input: object) => ({ ...input, code: 'made-up' })],
  ['code challenge', (url: URL) => url.searchParams.set('code_challenge', 'x'.repeat(43)), (input: object) => input],
])('an answer for another %s opens nothing, and is in the audit log', async (_what, change, changeAnswer) => {
  const { owner, slug } = await newCompany();
  const { url, cookie } = await begun(slug);
  const changed = new URL(url);
  change(changed);

  const { token, userErrors } = await finished(
    changeAnswer(inputOf(await signInAtProvider(changed.href, newLogin()))),
    cookie,
  );

  expect([token, userErrors]).toMatchObject([null, [{ code: 'INVALID', field: ['code'] }]]);
  const { data } = await owner.send(auditLog, { id: owner.tenantId });
  expect(data.tenant.auditLog.nodes[0]).toMatchObject({ action: 'singleSignOn.refuse', actorName: 'nobody' });
});

test('an address that the provider has not verified is nobody’s', async () => {
  const { slug } = await newCompany();

  const { token, userErrors } = await signIn(slug, `unverified:${newLogin()}`);

  expect([token, userErrors]).toMatchObject([null, [{ code: 'INVALID', field: ['code'] }]]);
});

test('a member with a password is linked; an account that does not belong to the company is not', async () => {
  const { owner, slug } = await newCompany();
  const [member, stranger] = [await newMember(owner, 'ADMIN'), await newPerson('Baker')];

  const linked = await signIn(slug, member.email);
  const refused = await signIn(slug, stranger.email);

  expect(linked.viewer).toMatchObject({ email: member.email, memberships: [{ role: 'ADMIN' }] });
  expect(refused.token).toBeNull();
  expect(refused.userErrors).toMatchObject([
    { code: 'CONFLICT', message: expect.stringContaining('ask for an invitation first') },
  ]);
});

test('an address that the provider has given to somebody else does not open the account', async () => {
  const { slug } = await newCompany();
  const email = newLogin();
  await signIn(slug, email);

  const { token, userErrors } = await signIn(slug, `successor:${email}`);

  expect([token, userErrors]).toMatchObject([null, [{ code: 'CONFLICT', field: ['code'] }]]);
});

test('a member who was removed does not come back without an invitation', async () => {
  const { owner, slug } = await newCompany();
  const person = await newMember(owner, 'MEMBER');
  const { token } = await signIn(slug, person.email);
  await owner.send(remove, { id: await membershipOf(owner, person.email) });

  const seen = await as(token)(contacts, {}, inTenant(owner.tenantId));
  const refused = await signIn(slug, person.email);
  const input = { tenantId: owner.tenantId, email: person.email, role: 'VIEWER' };
  const { data } = await owner.send(invite, { input });
  await person.send(accept, { token: data.inviteMember.token });
  const invited = await signIn(slug, person.email);

  expect(seen.status).toBe(404);
  expect(refused.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['code'] }]);
  expect(invited.viewer).toMatchObject({ memberships: [{ role: 'VIEWER' }] });
});

test('the provider of one company opens no other', async () => {
  const { owner, slug } = await newCompany();
  const person = await newMember(owner, 'MEMBER');
  const created = await person.send(
    'mutation { createTenant(input: { name: "Of their own" }) { tenant { id } userErrors { code } } }',
  );
  const { id: ownId } = created.data.createTenant.tenant;
  const { token } = await signIn(slug, person.email);
  const send = as(token);

  const foreign = await send(contacts, {}, inTenant(ownId));
  const { data } = await send('{ viewer { memberships { id } sessions { id isCurrent } } tenants { nodes { id } } }');

  expect([foreign.status, foreign.errors?.[0]?.extensions.code]).toEqual([404, 'TENANT_NOT_FOUND']);
  expect(data.viewer.memberships).toHaveLength(1);
  expect(data.viewer.sessions).toMatchObject([{ isCurrent: true }]);
  expect(data.tenants.nodes).toEqual([{ id: owner.tenantId }]);
});

test.each([
  'updateProfile(input: { name: "Eve" }) { userErrors { code } }',
  'changePassword(input: { currentPassword: "1234567890", newPassword: "1234567890" }) { userErrors { code } }',
  'signOutEverywhere { userErrors { code } }',
  'revokeSession(input: { id: "x" }) { userErrors { code } }',
  'acceptInvitation(input: { token: "x" }) { userErrors { code } }',
  'createTenant(input: { name: "Eve" }) { userErrors { code } }',
])('a session by the provider may not %s', async (field) => {
  const { slug } = await newCompany();
  const { token } = await signIn(slug, newLogin());

  const { status, errors } = await as(token)(`mutation { ${field} }`);

  expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'ONE_COMPANY_ONLY']);
  expect(errors?.[0]?.message).toContain('sign in with your password');
});

test.each([
  ['removed', (owner: Person) => owner.send(removeProvider, { id: owner.tenantId })],
  ['changed', (owner: Person) => owner.send(set, settings(owner, { role: 'VIEWER' }))],
])('sessions by a provider end when it is %s, and no others', async (_how, change) => {
  const { owner, slug } = await newCompany();
  const { token } = await signIn(slug, newLogin());
  const { url, cookie } = await begun(slug);
  const late = inputOf(await signInAtProvider(url, newLogin()));

  await change(owner);

  expect((await as(token)('{ viewer { id } }')).data).toEqual({ viewer: null });
  expect((await finished(late, cookie)).userErrors).toMatchObject([{ field: ['state'] }]);
  expect((await owner.send('{ viewer { email } }')).data).toEqual({ viewer: { email: owner.email } });
});

test('an unknown company and one without a provider are answered alike', async () => {
  const owner = await newPerson(`Able ${randomUUID()}`);
  const { data } = await owner.send('query ($id: ID!) { tenant(id: $id) { slug singleSignOn { issuer } } }', {
    id: owner.tenantId,
  });
  const ask = (company: string) => sendTo(begin, { company });

  const [known, unknown] = [await ask(data.tenant.slug), await ask('no-such-company')];

  expect(data.tenant.singleSignOn).toBeNull();
  expect(known.data).toEqual(unknown.data);
  expect(known.data.beginSingleSignOn).toMatchObject({ url: null, userErrors: [{ code: 'NOT_FOUND' }] });
});

test('the secret is neither stored as it is nor answered', async () => {
  const { owner } = await newCompany();

  const [row] = await behindTheApi<{ client_secret: Buffer }>(
    'select client_secret from single_sign_on where tenant_id = $1',
    [owner.tenantId],
  );

  expect(row?.client_secret.includes(provider.clientSecret)).toBe(false);
});

test.each([
  ['https://10.0.0.1', 'public internet'],
  ['https://169.254.169.254', 'public internet'],
  ['http://login.example', 'public internet'],
  ['no address', 'public internet'],
])('%s is no issuer', async (issuer, sentence) => {
  const owner = await newPerson('Able');

  const { data } = await owner.send(set, settings(owner, { issuer }));

  expect(data.setSingleSignOn).toMatchObject({
    singleSignOn: null,
    userErrors: [{ code: 'INVALID', field: ['issuer'], message: expect.stringContaining(sentence) }],
  });
});

test.each<[string, RequestListener]>([
  ['says nothing', (_request, response) => void response.writeHead(404).end()],
  ['leads elsewhere', (_request, response) => void response.writeHead(302, { location: provider.issuer }).end()],
  ['talks without an end', (_request, response) => void response.end(`{"issuer":"${'x'.repeat(300_000)}"}`)],
  [
    'is another one',
    (_request, response) =>
      void response.setHeader('content-type', 'application/json').end('{"issuer":"https://login.example"}'),
  ],
  ['does not answer', () => undefined],
])(
  'a provider that %s is not taken',
  async (_what, listener) => {
    answer = listener;
    const owner = await newPerson('Able');
    const issuer = `http://127.0.0.1:${(unhelpful.address() as AddressInfo).port}`;

    const { data } = await owner.send(set, settings(owner, { issuer }));

    expect(data.setSingleSignOn.userErrors).toMatchObject([{ code: 'INVALID', field: ['issuer'] }]);
  },
  15_000,
);

test('nobody is made an owner by a provider', async () => {
  const owner = await newPerson('Able');

  const { data } = await owner.send(set, settings(owner, { role: 'OWNER' }));

  expect(data.setSingleSignOn.userErrors).toMatchObject([{ code: 'INVALID', field: ['role'] }]);
});

test('a provider is set by owners', async () => {
  const owner = await newPerson('Able');
  const admin = await newMember(owner, 'ADMIN');

  const { errors } = await admin.send(set, settings(owner));

  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
