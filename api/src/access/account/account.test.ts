import { randomUUID } from 'node:crypto';
import { closedApi, contacts, inTenant, mails, newPerson, password, sendTo, signUp } from '../../testing/people';

test('whoever signs up with a company owns it, and nobody else sees it', async () => {
  const [ann, ben] = [await newPerson('Able & Sons'), await newPerson()];

  const own = await ann.send(contacts, {}, inTenant(ann.tenantId));
  const others = await ben.send(contacts, {}, inTenant(ann.tenantId));
  const listed = await ben.send('{ tenants { nodes { id } } }');
  const nobody = await sendTo(contacts, {}, inTenant(ann.tenantId));

  expect(own.data.contacts.nodes).toEqual([]);
  expect([others.status, others.errors?.[0]?.extensions.code]).toEqual([404, 'TENANT_NOT_FOUND']);
  expect(listed.data.tenants.nodes).toEqual([]);
  expect([nobody.status, nobody.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
});

test('whoever is not signed in hears only that, of a company that there is and of one that there is not', async () => {
  const ann = await newPerson('Able & Sons');
  const ask = (tenant: string) => sendTo('{ viewer { id } currentTenant { id } }', {}, inTenant(tenant));

  const answers = await Promise.all([ann.tenantId, 'no-such-company'].map(ask));

  expect(answers.map(({ status, errors }) => [status, errors?.[0]?.extensions.code])).toEqual([
    [401, 'UNAUTHENTICATED'],
    [401, 'UNAUTHENTICATED'],
  ]);
});

test('an address has one account, in any case', async () => {
  const ann = await newPerson();

  const { data } = await sendTo(signUp, {
    input: { name: 'Ann', email: ann.email.toUpperCase(), password, companyName: null },
  });

  expect(data.signUp).toMatchObject({ token: null, userErrors: [{ code: 'CONFLICT', field: ['email'] }] });
});

const signIn = `
  mutation ($input: SignInInput!) {
    signIn(input: $input) { token viewer { email } userErrors { code field message } }
  }`;

test('an unknown address and a wrong password are answered alike', async () => {
  const ann = await newPerson();
  const attempt = (email: string, secret: string) =>
    sendTo(signIn, { input: { email, password: secret } }).then(({ data }) => data.signIn);

  expect(await attempt(ann.email, password)).toMatchObject({ viewer: { email: ann.email }, userErrors: [] });
  const wrong = await attempt(ann.email, 'something else');
  expect(wrong).toMatchObject({ token: null, userErrors: [{ code: 'INVALID', field: ['password'] }] });
  expect(await attempt(`${randomUUID()}@people.example`, password)).toEqual(wrong);
});

test('who guesses a password is held up, and told for how long', async () => {
  const ann = await newPerson();
  const attempt = () => sendTo(signIn, { input: { email: ann.email, password: 'guess' } });

  for (let i = 0; i < 10; i += 1) await attempt();
  const { status, errors } = await attempt();

  expect(status).toBe(429);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfterMs: expect.any(Number) });
});

test('a session that has ended opens nothing', async () => {
  const ann = await newPerson('Able');

  await ann.send('mutation { signOut { userErrors { code } } }');
  const { data, errors } = await ann.send(`{ viewer { id } } `);
  const { status } = await ann.send(contacts, {}, inTenant(ann.tenantId));

  expect(errors).toBeUndefined();
  expect(data).toEqual({ viewer: null });
  expect(status).toBe(401);
});

test('a browser gets its session as a cookie that no script can read', async () => {
  const ann = await newPerson();
  const answer = await fetch(`${(await closedApi()).url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: signIn, variables: { input: { email: ann.email, password } } }),
  });
  const [cookie = ''] = answer.headers.getSetCookie();

  const { data } = await sendTo('{ viewer { email } }', {}, { cookie: cookie.split(';')[0] ?? '' });

  expect(cookie).toMatch(/^atrium-session=.*Path=\/; HttpOnly; SameSite=Lax$/);
  expect(data).toEqual({ viewer: { email: ann.email } });
});

test('a mailed link sets a new password once, and ends all sessions', async () => {
  const ann = await newPerson();
  const ask = 'mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { userErrors { code } } }';
  await sendTo(ask, { email: 'nobody@people.example' });
  await sendTo(ask, { email: ann.email });
  const mail = mails.find(({ to }) => to === ann.email);
  const token = /#(\S+)/.exec(mail?.text ?? '')?.[1];
  const reset = () =>
    sendTo(`mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code field } } }`, {
      input: { token, newPassword: 'another password' },
    }).then(({ data }) => data.resetPassword.userErrors);

  expect(await reset()).toEqual([]);
  expect(await reset()).toEqual([{ code: 'NOT_FOUND', field: ['token'] }]);
  expect((await ann.send('{ viewer { id } }')).data).toEqual({ viewer: null });
  const { data } = await sendTo(signIn, { input: { email: ann.email, password: 'another password' } });
  expect(data.signIn.userErrors).toEqual([]);
  expect(mails.some(({ to }) => to === 'nobody@people.example')).toBe(false);
});

test('an account whose company cannot be made at the moment is signed in without', async () => {
  const { tenancy } = (await closedApi()).app;
  const create = jest.spyOn(tenancy, 'createTenant').mockRejectedValueOnce(new Error('no connection'));
  const input = { name: 'Ann', email: `${randomUUID()}@people.example`, password, companyName: 'Later' };

  const { data, errors } = await sendTo(signUp, { input });
  create.mockRestore();

  expect(errors).toBeUndefined();
  expect(data.signUp).toMatchObject({ viewer: { name: 'Ann' }, tenant: null, userErrors: [] });
  expect(data.signUp.token).toMatch(/^atrium_session_/);
});

test.each([
  ['  white space around  ', 'white space around'],
  ['e\u0301 decomposed and long', 'é decomposed and long'],
  ['\u202eright to left, long', 'right to left, long'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩👩👧👦👩👩👧👦👩👩👧👦'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
])('the password %j is kept as it was typed, and %j is another one', async (given, other) => {
  const email = `${randomUUID()}@people.example`;
  const signIn = (text: string) =>
    sendTo(
      'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }',
      { input: { email, password: text } },
      { 'x-forwarded-for': '10.9.8.7' },
    );

  const made = await sendTo(signUp, { input: { name: 'Ann', email, password: given, companyName: null } });
  const [right, wrong] = [await signIn(given), await signIn(other)];

  expect(made.data.signUp.userErrors).toEqual([]);
  expect(right.data.signIn.token).toMatch(/^atrium_session_/);
  expect(wrong.data.signIn).toEqual({ token: null, userErrors: [{ code: 'INVALID' }] });
});
