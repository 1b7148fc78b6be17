import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  closedApi,
  contacts,
  createKey,
  inTenant,
  newMember,
  newOperator,
  newPerson,
  type Person,
  sendTo,
} from '../../testing/people';
import { byCommand } from './by';

const rename = `
  mutation ($input: RenameTenantInput!) {
    renameTenant(input: $input) { tenant { id name slug } userErrors { code field message } }
  }`;
const remove = `
  mutation ($input: DeleteTenantInput!) {
    deleteTenant(input: $input) {
      closedTenant { id name status until canRestore } userErrors { code field message }
    }
  }`;
const restore = `
  mutation ($id: ID!) { restoreTenant(input: { id: $id }) { tenant { id slug } userErrors { code field message } } }`;
const closed = '{ closedTenants { id name slug status reason until canRestore } }';
const actions = '{ currentTenant { auditLog(first: 10) { nodes { action actorName target } } } }';
const command = byCommand({ id: randomUUID(), name: 'Operator' });

const lifecycle = async () => (await closedApi()).app.lifecycle;
const newName = () => `Company ${randomUUID().slice(0, 8)}`;
const slugOf = async (person: Person): Promise<string> => {
  const { data } = await person.send('query ($id: ID!) { tenant(id: $id) { slug } }', { id: person.tenantId });
  return data.tenant.slug;
};

test('a renamed company is found by its new address and by the one before', async () => {
  const [before, after] = [newName(), newName()];
  const ann = await newPerson(before);
  const oldSlug = await slugOf(ann);

  const { data } = await ann.send(rename, { input: { id: ann.tenantId, name: after } });
  const byOld = await ann.send('{ currentTenant { name slug } }', {}, inTenant(oldSlug));

  expect(data.renameTenant.userErrors).toEqual([]);
  expect(data.renameTenant.tenant.slug).toBe(after.toLowerCase().replace(' ', '-'));
  expect(byOld.data.currentTenant).toEqual({ name: after, slug: data.renameTenant.tenant.slug });
  const log = await ann.send(actions, {}, inTenant(ann.tenantId));
  expect(log.data.currentTenant.auditLog.nodes[0]).toMatchObject({
    action: 'tenant.rename',
    target: `${before} (${oldSlug}) → ${after} (${data.renameTenant.tenant.slug})`,
  });
});

test('an address that a company had is given to no other, neither by name nor by renaming', async () => {
  const name = newName();
  const ann = await newPerson(name);
  const oldSlug = await slugOf(ann);
  await ann.send(rename, { input: { id: ann.tenantId, name: newName() } });

  const ben = await newPerson(name);
  const taken = await ben.send(rename, { input: { id: ben.tenantId, name, slug: oldSlug } });
  const back = await ann.send(rename, { input: { id: ann.tenantId, name, slug: oldSlug } });

  expect(await slugOf(ben)).toBe(`${oldSlug}-2`);
  expect(taken.data.renameTenant).toMatchObject({ tenant: null, userErrors: [{ code: 'CONFLICT', field: ['slug'] }] });
  expect(back.data.renameTenant).toMatchObject({ tenant: { name, slug: oldSlug }, userErrors: [] });
});

test.each(['Acme!', 'graphql', '0193b2c0-0000-7000-8000-000000000000', 'a--', 'ä'])(
  '%s is no address, and renames nothing',
  async (slug) => {
    const name = newName();
    const ann = await newPerson(name);

    const { data } = await ann.send(rename, { input: { id: ann.tenantId, name: 'Other', slug } });

    expect(data.renameTenant).toMatchObject({ tenant: null, userErrors: [{ code: 'INVALID', field: ['slug'] }] });
    const { data: after } = await ann.send('{ currentTenant { name } }', {}, inTenant(ann.tenantId));
    expect(after.currentTenant.name).toBe(name);
  },
);

test('only who belongs to a suspended company hears that it is, and why', async () => {
  const ann = await newPerson(newName());
  const [ben, stranger] = [await newMember(ann, 'VIEWER'), await newPerson()];
  const input = { tenantId: ann.tenantId, name: 'Sync', scopes: ['contacts:read'] };
  const { data: made } = await ann.send(createKey, { input });

  await (await lifecycle()).suspend(command, ann.tenantId, 'The invoice of March is open.');

  const program = await sendTo(
    contacts,
    {},
    {
      authorization: `Bearer ${made.createApiKey.token}`,
      ...inTenant(ann.tenantId),
    },
  );
  for (const { errors } of [program, await ben.send(contacts, {}, inTenant(ann.tenantId))])
    expect(errors?.[0]).toMatchObject({
      message: 'This company is suspended: The invoice of March is open.',
      extensions: { code: 'TENANT_SUSPENDED', reason: 'The invoice of March is open.', until: null },
    });
  expect((await stranger.send(contacts, {}, inTenant(ann.tenantId))).errors?.[0]?.extensions.code).toBe(
    'TENANT_NOT_FOUND',
  );
  expect((await ann.send('query ($id: ID!) { tenant(id: $id) { id } }', { id: ann.tenantId })).data.tenant).toBeNull();
  const { data } = await ben.send(closed);
  expect(data.closedTenants).toMatchObject([{ id: ann.tenantId, status: 'SUSPENDED', canRestore: false }]);

  await (await lifecycle()).resume(command, ann.tenantId);
  expect((await ben.send(contacts, {}, inTenant(ann.tenantId))).errors).toBeUndefined();
});

test('an open subscription of a company that is suspended ends within seconds, with the reason', async () => {
  const ann = await newPerson(newName());
  const { url } = await closedApi();
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${ann.token}`, ...inTenant(ann.tenantId) },
    retryAttempts: 0,
  });
  const events = client.iterate({ query: 'subscription { tenantEvents { cursor } }' });
  const first = events.next();
  const { app } = await closedApi();
  while (app.live.subscriberCount === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const since = Date.now();

  await (await lifecycle()).suspend(command, ann.tenantId, 'Under review.');
  const { value } = await first;

  expect(JSON.stringify(value)).toContain('This company is suspended: Under review.');
  expect(Date.now() - since).toBeLessThan(3_000);
  await client.dispose();
});

test('a deleted company is closed at once, and its owner alone takes that back', async () => {
  const name = newName();
  const ann = await newPerson(name);
  const ben = await newMember(ann, 'ADMIN');

  const mistyped = await ann.send(remove, { input: { id: ann.tenantId, confirmName: 'Another' } });
  const byAdmin = await ben.send(remove, { input: { id: ann.tenantId, confirmName: name } });
  const { data } = await ann.send(remove, { input: { id: ann.tenantId, confirmName: name } });

  expect(mistyped.data.deleteTenant.userErrors).toMatchObject([{ code: 'INVALID', field: ['confirmName'] }]);
  expect(byAdmin.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(data.deleteTenant).toMatchObject({ closedTenant: { status: 'DELETING', canRestore: true }, userErrors: [] });
  const days = (Date.parse(data.deleteTenant.closedTenant.until) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThan(30.1);
  const { errors } = await ben.send(contacts, {}, inTenant(ann.tenantId));
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'TENANT_SUSPENDED',
    until: data.deleteTenant.closedTenant.until,
  });
  expect((await ben.send(restore, { id: ann.tenantId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ben.send(closed)).data.closedTenants).toMatchObject([{ canRestore: false }]);

  const back = await ann.send(restore, { id: ann.tenantId });
  expect(back.data.restoreTenant).toMatchObject({ tenant: { id: ann.tenantId }, userErrors: [] });
  expect((await ben.send(contacts, {}, inTenant(ann.tenantId))).errors).toBeUndefined();
  const log = await ann.send(actions, {}, inTenant(ann.tenantId));
  expect(log.data.currentTenant.auditLog.nodes.map(({ action }: { action: string }) => action).slice(0, 2)).toEqual([
    'tenant.restore',
    'tenant.delete',
  ]);
});

test('an owner lifts no suspension by deleting and restoring', async () => {
  const name = newName();
  const ann = await newPerson(name);
  await (await lifecycle()).suspend(command, ann.tenantId, 'Under review.');

  await ann.send(remove, { input: { id: ann.tenantId, confirmName: name } });
  const { data } = await ann.send(restore, { id: ann.tenantId });

  expect(data.restoreTenant).toEqual({ tenant: null, userErrors: [] });
  expect((await ann.send(closed)).data.closedTenants).toMatchObject([{ status: 'SUSPENDED', reason: 'Under review.' }]);
});

test('an operator deletes and restores a company, and sees nothing of it', async () => {
  const name = newName();
  const ann = await newPerson(name);
  const operator = await newOperator();

  const deleted = await operator.send(remove, { input: { id: ann.tenantId, confirmName: name } });
  const restored = await operator.send(restore, { id: ann.tenantId });

  expect(deleted.data.deleteTenant).toMatchObject({ closedTenant: { id: ann.tenantId }, userErrors: [] });
  expect(restored.data.restoreTenant).toEqual({ tenant: null, userErrors: [] });
  const log = await ann.send(actions, {}, inTenant(ann.tenantId));
  expect(log.data.currentTenant.auditLog.nodes[0]).toMatchObject({ action: 'tenant.restore', actorName: 'Ann Able' });
});

test('what the state of a company does not allow is refused in a sentence', async () => {
  const ann = await newPerson(newName());
  const { suspend, resume } = {
    suspend: async () => (await lifecycle()).suspend(command, ann.tenantId, 'Under review.'),
    resume: async () => (await lifecycle()).resume(command, ann.tenantId),
  };

  await expect(resume()).rejects.toThrow('The company is in use.');
  await suspend();
  await expect(suspend()).rejects.toThrow('The company is suspended.');
  const { data } = await ann.send(restore, { id: ann.tenantId });
  expect(data.restoreTenant.userErrors).toEqual([
    { code: 'CONFLICT', field: ['id'], message: 'The company is suspended.' },
  ]);
  await expect((await lifecycle()).drop(ann.tenantId)).rejects.toThrow('whose grace period is over');
});

test('two who rename to the same address at once are told apart', async () => {
  const [ann, ben] = [await newPerson(newName()), await newPerson(newName())];
  const slug = `wanted-${randomUUID().slice(0, 8)}`;

  const answers = await Promise.all(
    [ann, ben].map((each) => each.send(rename, { input: { id: each.tenantId, name: 'Wanted', slug } })),
  );

  const got = answers.filter(({ data }) => data.renameTenant.tenant?.slug === slug);
  expect(got).toHaveLength(1);
  expect(answers.flatMap(({ data }) => data.renameTenant.userErrors)).toMatchObject([{ code: 'CONFLICT' }]);
});
