import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  as,
  begun,
  finished,
  inputOf,
  newCompany,
  newLogin,
  provider,
  set,
  settings,
  signIn,
} from '../../testing/company-sign-in';
import { signInAtProvider } from '../../testing/identity-provider';
import { newMember, newPerson, type Person } from '../../testing/people';
import { behindTheApi } from '../../testing/test-api';

const removeProvider = `
  mutation ($id: ID!) { removeSingleSignOn(input: { tenantId: $id }) { tenant { id } userErrors { code } } }`;

let unhelpful: Server;
let answer: RequestListener;

beforeAll(async () => {
  unhelpful = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => unhelpful.listen(0, '127.0.0.1', listening));
});

afterAll(() => unhelpful.close().closeAllConnections());

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

test('the secret is neither stored as it is nor answered', async () => {
  const { owner } = await newCompany();

  const [row] = await behindTheApi<{ client_secret: Buffer }>(
    'select client_secret from single_sign_on where tenant_id = $1',
    [owner.tenantId],
  );

  expect(row?.client_secret.includes(provider().clientSecret)).toBe(false);
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
  ['leads elsewhere', (_request, response) => void response.writeHead(302, { location: provider().issuer }).end()],
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

test('an owner does not have us ask one address after the other', async () => {
  const owner = await newPerson('Able');
  const tries = Array.from({ length: 11 }, (_, n) => settings(owner, { issuer: `https://10.0.0.${n}` }));

  const codes: unknown[] = [];
  for (const variables of tries) codes.push((await owner.send(set, variables)).errors?.[0]?.extensions.code);

  expect(codes).toEqual([...Array.from({ length: 10 }, () => undefined), 'TOO_MANY_REQUESTS']);
});
