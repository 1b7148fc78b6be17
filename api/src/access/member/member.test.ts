import { randomUUID } from 'node:crypto';
import {
  accept,
  contacts,
  createContact,
  inTenant,
  invite,
  mails,
  membershipOf,
  newMember,
  newPerson,
  type Person,
  remove,
  sendTo,
} from '../../testing/people';
import { behindTheApi } from '../../testing/test-api';

test('an invitation is good for its address, and once', async () => {
  const [ann, ben, eve] = [await newPerson('Able'), await newPerson(), await newPerson()];
  const { data } = await ann.send(invite, { input: { tenantId: ann.tenantId, email: ben.email, role: 'MEMBER' } });
  const { token } = data.inviteMember;
  const acceptAs = async (person: Person) => (await person.send(accept, { token })).data.acceptInvitation;

  expect(await acceptAs(eve)).toEqual({ tenant: null, userErrors: [{ code: 'NOT_FOUND', field: ['token'] }] });
  const both = await Promise.all([acceptAs(ben), acceptAs(ben)]);

  expect(both.filter(({ tenant }) => tenant?.id === ann.tenantId)).toHaveLength(1);
  expect((await ben.send(contacts, {}, inTenant(ann.tenantId))).data.contacts.nodes).toEqual([]);
  expect(mails.some(({ to, text }) => to === ben.email && text.includes(token))).toBe(true);
});

test('an invitation that is over, or made up, opens nothing', async () => {
  const [ann, ben] = [await newPerson('Able'), await newPerson()];
  const { data } = await ann.send(invite, { input: { tenantId: ann.tenantId, email: ben.email, role: 'MEMBER' } });
  await behindTheApi(`update public.invitations set expires_at = now() - interval '1 second' where tenant_id = $1`, [
    ann.tenantId,
  ]);

  const over = await ben.send(accept, { token: data.inviteMember.token });
  const madeUp = await ben.send(accept, { token: `${data.inviteMember.token.slice(0, -1)}_` });

  expect(over.data.acceptInvitation).toEqual({ tenant: null, userErrors: [{ code: 'NOT_FOUND', field: ['token'] }] });
  expect(madeUp.data).toEqual(over.data);
  expect((await ben.send(contacts, {}, inTenant(ann.tenantId))).status).toBe(404);
});

test.each([
  ['VIEWER', 200, 403, 403],
  ['MEMBER', 200, 200, 403],
  ['ADMIN', 200, 200, 200],
])('as a %s one may read: %i, write: %i, invite: %i', async (role, reads, writes, invites) => {
  const ann = await newPerson('Able');
  const ben = await newMember(ann, role);
  const as = inTenant(ann.tenantId);
  const input = { tenantId: ann.tenantId, email: `${randomUUID()}@people.example`, role: 'VIEWER' };

  expect((await ben.send(contacts, {}, as)).status).toBe(reads);
  expect((await ben.send(createContact, {}, as)).status).toBe(writes);
  expect((await ben.send(invite, { input })).status).toBe(invites);
});

const changeRole = `
  mutation ($id: ID!, $role: Role!) {
    changeMemberRole(input: { id: $id, role: $role }) { membership { role } userErrors { code field } }
  }`;

test('only an owner makes owners, and the last one stays', async () => {
  const ann = await newPerson('Able');
  const ben = await newMember(ann, 'ADMIN');
  const [annsId, bensId] = [await membershipOf(ann, ann.email), await membershipOf(ann, ben.email)];

  const own = await ben.send(changeRole, { id: bensId, role: 'OWNER' });
  const others = await ben.send(changeRole, { id: annsId, role: 'VIEWER' });
  const last = await ann.send(remove, { id: annsId });

  expect([own.status, others.status]).toEqual([403, 403]);
  expect(last.data.removeMember.userErrors).toEqual([{ code: 'CONFLICT', field: ['id'] }]);
});

test('of two owners who remove each other at once, one stays', async () => {
  const ann = await newPerson('Able');
  const ben = await newMember(ann, 'OWNER');
  const [annsId, bensId] = [await membershipOf(ann, ann.email), await membershipOf(ann, ben.email)];

  const answers = await Promise.all([ann.send(remove, { id: bensId }), ben.send(remove, { id: annsId })]);

  const gone = answers.filter(({ data }) => data?.removeMember?.removedMembershipId);
  expect(gone).toHaveLength(1);
});

test('an admin who takes a new owner’s role at the moment in which the old one leaves leaves the company one', async () => {
  const ann = await newPerson('Able');
  const [ben, cay] = [await newMember(ann, 'MEMBER'), await newMember(ann, 'ADMIN')];
  const [annsId, bensId] = [await membershipOf(ann, ann.email), await membershipOf(ann, ben.email)];

  await Promise.all([
    ann.send(changeRole, { id: bensId, role: 'OWNER' }),
    cay.send(changeRole, { id: bensId, role: 'VIEWER' }),
    ann.send(remove, { id: annsId }),
  ]);

  const owners = await behindTheApi(`select 1 from public.memberships where tenant_id = $1 and role = 'owner'`, [
    ann.tenantId,
  ]);
  expect(owners.length).toBeGreaterThan(0);
});

test('whoever is removed takes no way back along: the invitations that they made are void', async () => {
  const ann = await newPerson('Able');
  const [ben, again] = [await newMember(ann, 'ADMIN'), await newPerson()];
  const input = { tenantId: ann.tenantId, email: again.email, role: 'MEMBER' };
  const { data } = await ben.send(invite, { input });

  await ann.send(remove, { id: await membershipOf(ann, ben.email) });
  const accepted = await again.send(accept, { token: data.inviteMember.token });

  expect(accepted.data.acceptInvitation).toEqual({
    tenant: null,
    userErrors: [{ code: 'NOT_FOUND', field: ['token'] }],
  });
});

test('members of another company are as unknown as none', async () => {
  const [ann, eve] = [await newPerson('Able'), await newPerson('Evil')];
  const id = await membershipOf(ann, ann.email);

  const foreign = await eve.send(remove, { id });
  const unknown = await eve.send(remove, { id: randomUUID() });

  expect(foreign.data).toEqual(unknown.data);
  expect(foreign.data.removeMember.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
});

test('the audit log says who did what, to those who may know', async () => {
  const ann = await newPerson('Able');
  const ben = await newMember(ann, 'MEMBER');
  const log = 'query ($id: ID!) { tenant(id: $id) { auditLog { nodes { action actorName target requestId } } } }';

  const { data } = await ann.send(log, { id: ann.tenantId });
  const { errors } = await ben.send(log, { id: ann.tenantId });

  expect(data.tenant.auditLog.nodes.map(({ action }: { action: string }) => action)).toEqual([
    'member.join',
    'member.invite',
  ]);
  expect(data.tenant.auditLog.nodes[1]).toMatchObject({ actorName: 'Ann Able', target: `${ben.email}: member` });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('nobody hears of a member, an invitation or a key whether it is there', async () => {
  const ann = await newPerson('Able');
  const id = await membershipOf(ann, ann.email);
  const mutations = [
    'mutation ($id: ID!) { removeMember(input: { id: $id }) { userErrors { code } } }',
    'mutation ($id: ID!) { changeMemberRole(input: { id: $id, role: VIEWER }) { userErrors { code } } }',
    'mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { userErrors { code } } }',
    'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { userErrors { code } } }',
    'mutation ($id: ID!) { inviteMember(input: { tenantId: $id, email: "x@y.example" }) { userErrors { code } } }',
    'mutation ($id: ID!) { createApiKey(input: { tenantId: $id, name: "x", scopes: [] }) { userErrors { code } } }',
  ];

  const answers = await Promise.all(
    mutations.flatMap((document) => [id, ann.tenantId, randomUUID()].map((one) => sendTo(document, { id: one }))),
  );

  expect(new Set(answers.map(({ status, errors }) => `${status} ${errors?.[0]?.extensions.code}`))).toEqual(
    new Set(['401 UNAUTHENTICATED']),
  );
});
