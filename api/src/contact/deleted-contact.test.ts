import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi } from '../testing/test-api';

const fields = 'id name email phone company conversationCount deletedAt restorableUntil';

const list = async (tenant: TestTenant, page = 'first: 25') =>
  (
    await tenant.query(
      `{ deletedContacts(${page}) { nodes { ${fields} } totalCount pageInfo { hasNextPage endCursor } } }`,
    )
  ).deletedContacts;

const remove = (tenant: TestTenant, id: string) =>
  tenant.query('mutation ($id: ID!) { deleteContact(input: { id: $id }) { userErrors { message } } }', { id });

test('what was deleted is listed as it was, until it is restored', async () => {
  const tenant = await newTenant();
  const ann = await tenant.createContact({ name: 'Ann Lee', email: 'ann@contact.example', company: 'Acme' });
  await tenant.createContact({ name: 'Stays' });
  expect((await list(tenant)).nodes).toEqual([]);

  await remove(tenant, ann.id);

  const { nodes, totalCount } = await list(tenant);
  expect(totalCount).toBe(1);
  expect(nodes).toEqual([
    {
      id: ann.id,
      name: 'Ann Lee',
      email: 'ann@contact.example',
      phone: null,
      company: 'Acme',
      conversationCount: 1,
      deletedAt: expect.any(String),
      restorableUntil: expect.any(String),
    },
  ]);
  expect(Date.parse(nodes[0].restorableUntil) - Date.parse(nodes[0].deletedAt)).toBe(30 * 86_400_000);
  await tenant.query('mutation ($id: ID!) { restoreContact(input: { id: $id }) { userErrors { message } } }', {
    id: ann.id,
  });
  expect((await list(tenant)).nodes).toEqual([]);
});

test('the latest deletion comes first, a page at a time', async () => {
  const tenant = await newTenant();
  const ids: string[] = [];
  for (let i = 0; i < 3; i += 1) ids.unshift((await tenant.createContact()).id);
  for (const id of [...ids].reverse()) await remove(tenant, id);

  const first = await list(tenant, 'first: 2');
  const second = await list(tenant, `first: 2, after: "${first.pageInfo.endCursor}"`);

  expect(first.pageInfo.hasNextPage).toBe(true);
  expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

test('what is beyond its 30 days is not offered', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  await remove(tenant, id);
  await behindTheApi(
    `update "${tenant.schemaName}".deleted_contacts set deleted_at = deleted_at - interval '31 days' where id = '${id}'`,
  );

  const { nodes, totalCount } = await list(tenant);

  expect([nodes, totalCount]).toEqual([[], 0]);
});
