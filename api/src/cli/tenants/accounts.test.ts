import { randomUUID } from 'node:crypto';
import { closedApi, inTenant, newMember, newPerson, sendTo, signUp } from '../../testing/people';
import { listAccounts, nameOwner, newReset, newSignInLink, removeSecondStep } from './accounts';

const signInWithLink = `
  mutation ($token: String!) {
    signInWithLink(input: { token: $token }) { viewer { email } token userErrors { code field } }
  }`;

const auditLog = '{ currentTenant { auditLog(first: 5) { nodes { action actorName target } } } }';

const tenancy = async () => (await closedApi()).app.tenancy;

test('accounts are listed with their companies, found by a part of the address', async () => {
  const ann = await newPerson('Able');

  const [found, ...more] = await listAccounts(await tenancy(), ann.email.toUpperCase());

  expect(more).toEqual([]);
  expect(found).toMatchObject({ email: ann.email, name: 'Ann Able', hasSecondStep: false });
  expect(found?.companies).toEqual([expect.stringMatching(/^able.* \(owner\)$/)]);
});

test('a link signs in once, and the company sees that an operator made it', async () => {
  const ann = await newPerson('Able');

  const link = await newSignInLink(await tenancy(), ann.email);
  const { data } = await sendTo(signInWithLink, { token: link });
  const again = await sendTo(signInWithLink, { token: link });
  const log = await ann.send(auditLog, {}, inTenant(ann.tenantId));

  expect(data.signInWithLink).toMatchObject({ viewer: { email: ann.email }, userErrors: [] });
  expect(again.data.signInWithLink).toMatchObject({
    token: null,
    userErrors: [{ code: 'NOT_FOUND', field: ['token'] }],
  });
  expect(log.data.currentTenant.auditLog.nodes[0]).toEqual({
    action: 'operator.signInLink',
    actorName: 'Operator',
    target: ann.email,
  });
});

test('a later link takes the place of an earlier one, and one that is over opens nothing', async () => {
  const ann = await newPerson();
  const earlier = await newSignInLink(await tenancy(), ann.email);
  const later = await newSignInLink(await tenancy(), ann.email);
  await (await tenancy()).budget.query(
    `insert into public.sign_in_links (token_hash, account_id, expires_at)
     select decode('00', 'hex'), account_id, now() - interval '1 second' from public.sign_in_links limit 1`,
  );

  const codes = [];
  for (const token of [earlier, 'atrium_link_made-up', later]) {
    const { data } = await sendTo(signInWithLink, { token });
    codes.push(data.signInWithLink.userErrors[0]?.code ?? null);
  }

  expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', null]);
});

test('a reset by an operator sets a password', async () => {
  const ann = await newPerson('Able');

  const token = await newReset(await tenancy(), ann.email);
  const { data } = await sendTo(
    `mutation ($token: String!) { resetPassword(input: { token: $token, newPassword: "a new long password" }) { userErrors { code } } }`,
    { token },
  );

  expect(data.resetPassword.userErrors).toEqual([]);
  expect((await ann.send('{ viewer { id } }')).data.viewer).toBeNull();
});

test('a company without owner gets its first one, by account or by invitation, and no second one so', async () => {
  const ann = await newPerson('Able');
  const member = await newMember(ann, 'MEMBER');
  const { budget, registry } = await tenancy();
  const slug = (await registry.findTenant(ann.tenantId))?.slug ?? '';
  await budget.query('delete from public.memberships where tenant_id = $1 and role = $2', [ann.tenantId, 'owner']);
  const newcomer = `${randomUUID()}@people.example`;

  const invitation = await nameOwner(await tenancy(), slug, newcomer);
  const named = await nameOwner(await tenancy(), slug, member.email);
  const second = nameOwner(await tenancy(), slug, ann.email);

  expect(invitation).toMatch(/^atrium_invitation_/);
  expect(named).toBeNull();
  await expect(second).rejects.toThrow(`${member.email} owns ${slug} already`);
  const log = await member.send(auditLog, {}, inTenant(ann.tenantId));
  expect(log.data.currentTenant.auditLog.nodes[0]).toMatchObject({
    action: 'operator.nameOwner',
    target: member.email,
  });
  const { data } = await sendTo(signUp, {
    input: { name: 'New', email: newcomer, password: 'correct horse battery', companyName: null },
  });
  expect(data.signUp.userErrors).toEqual([]);
});

test.each([
  ['reset', newReset],
  ['sign-in link', newSignInLink],
  ['removal of a second step', removeSecondStep],
])('a %s for an unknown address says so', async (_what, command) => {
  await expect(command(await tenancy(), 'nobody@people.example')).rejects.toThrow(
    'There is no account with the address nobody@people.example.',
  );
});

test('a second step that is not there is not removed', async () => {
  const ann = await newPerson();

  await expect(removeSecondStep(await tenancy(), ann.email)).rejects.toThrow('has no second step');
});
