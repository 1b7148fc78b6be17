import { randomUUID } from 'node:crypto';
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

test('a key that may only write is answered what it has written, and nothing beyond', async () => {
  const ann = await newPerson('Able');
  const input = { tenantId: ann.tenantId, name: 'Form', scopes: ['contacts:write'] };
  const { data: made } = await ann.send(createKey, { input });
  const write = (selection: string) =>
    sendTo(
      `mutation { createContact(input: { name: "Cay", email: "${randomUUID()}@contact.example" }) { ${selection} } }`,
      {},
      { authorization: `Bearer ${made.createApiKey.token}`, ...inTenant(ann.tenantId) },
    );

  const own = await write('contact { name } userErrors { code }');
  const more = await write('contact { conversations { nodes { id } } }');

  expect(own).toMatchObject({
    data: { createContact: { contact: { name: 'Cay' }, userErrors: [] } },
    errors: undefined,
  });
  expect(more.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test.each([
  [{ scopes: [] }, 'REQUIRED', 'scopes'],
  [{ scopes: ['contacts:read'], expiresAt: '2020-01-01T00:00:00.000Z' }, 'INVALID', 'expiresAt'],
])('a key of no use is refused: %j', async (more, code, field) => {
  const ann = await newPerson('Able');

  const { data } = await ann.send(createKey, { input: { tenantId: ann.tenantId, name: 'Useless', ...more } });

  expect(data.createApiKey).toMatchObject({ token: null, userErrors: [{ code, field: [field] }] });
});

test.each([
  [['tenant:own'], 'INVALID'],
  [['everything:all'], 'INVALID'],
])('a key cannot have the scopes %j', async (scopes, code) => {
  const ann = await newPerson('Able');

  const { data } = await ann.send(createKey, { input: { tenantId: ann.tenantId, name: 'Too much', scopes } });

  expect(data.createApiKey).toMatchObject({ token: null, userErrors: [{ code, field: ['scopes'] }] });
});
