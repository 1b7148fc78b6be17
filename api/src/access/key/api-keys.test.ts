import { contacts, createContact, createKey, inTenant, newPerson, sendTo } from '../../testing/people';

test('a key opens its own company, and there what its scopes say', async () => {
  const [ann, ben] = [await newPerson('Able'), await newPerson('Baker')];
  const input = { tenantId: ann.tenantId, name: 'Import', scopes: ['contacts:read'] };
  const { data } = await ann.send(createKey, { input });
  const asKey = (document: string, tenantId: string) =>
    sendTo(document, {}, { authorization: `Bearer ${data.createApiKey.token}`, ...inTenant(tenantId) });

  expect((await asKey(contacts, ann.tenantId)).status).toBe(200);
  expect((await asKey(createContact, ann.tenantId)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await asKey('{ conversations { nodes { id } } }', ann.tenantId)).status).toBe(403);
  expect((await asKey(contacts, ben.tenantId)).status).toBe(404);
});

test.each([
  [['tenant:own'], 'INVALID'],
  [['everything:all'], 'INVALID'],
])('a key cannot have the scopes %j', async (scopes, code) => {
  const ann = await newPerson('Able');

  const { data } = await ann.send(createKey, { input: { tenantId: ann.tenantId, name: 'Too much', scopes } });

  expect(data.createApiKey).toMatchObject({ token: null, userErrors: [{ code, field: ['scopes'] }] });
});
