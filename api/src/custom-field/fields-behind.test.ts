import { newTenant, query, send } from '../testing/new-tenant';
import { newDatabase, startTestApi } from '../testing/test-api';

const update = `mutation ($input: UpdateContactInput!) {
  updateContact(input: $input) { contact { metadata fields { value } } userErrors { code } }
}`;

test('a tenant whose upgrade is still to come has no custom fields, and keeps its metadata as before', async () => {
  const urls = await newDatabase();
  const first = await startTestApi({ urls });
  const tenant = await newTenant('Behind', first);
  const { id } = await tenant.createContact({ metadata: { tier: 'Gold' } });
  await first.app.tenancy.fleet.rollBack();
  await first.stop();
  const api = await startTestApi({ urls });
  const headers = { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}` };

  const read = await query(
    api,
    `{ customFields { id } deletedCustomFields { id }
       contacts(filter: { fields: [{ key: "tier", value: "Gold" }] }) { nodes { id fields { value } } } }`,
    {},
    headers,
  );
  const written = await query(api, update, { input: { id, metadata: { plan: 'A' } } }, headers);
  const refused = await send(api, update, { input: { id, fields: [{ key: 'tier', value: 'A' }] } }, headers);
  await api.stop();

  expect(read).toEqual({ customFields: [], deletedCustomFields: [], contacts: { nodes: [{ id, fields: [] }] } });
  expect(written.updateContact).toEqual({ contact: { metadata: { plan: 'A' }, fields: [] }, userErrors: [] });
  expect(refused.errors?.map(({ extensions }) => extensions['code'])).toEqual(['SERVICE_UNAVAILABLE']);
});
