import { as, newCompany, newLogin, provider, signIn } from '../../testing/company-sign-in';
import {
  accept,
  contacts,
  createContact,
  inTenant,
  invite,
  membershipOf,
  newMember,
  newPerson,
  remove,
} from '../../testing/people';

const auditLog = 'query ($id: ID!) { tenant(id: $id) { auditLog { nodes { action actorName target } } } }';

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
    { action: 'singleSignOn.set', target: `${provider().issuer}: member` },
  ]);
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
