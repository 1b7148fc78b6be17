import { randomUUID } from 'node:crypto';
import { begin, begun, finished, inputOf, newCompany, newLogin, redirectUri } from '../../testing/company-sign-in';
import { signInAtProvider } from '../../testing/identity-provider';
import { newPerson, sendTo } from '../../testing/people';
import { behindTheApi } from '../../testing/test-api';

const auditLog = 'query ($id: ID!) { tenant(id: $id) { auditLog { nodes { action actorName target } } } }';

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
