import { randomUUID } from 'node:crypto';
import { mutate } from '../testing/desk';
import { newTenant } from '../testing/new-tenant';

const fields = 'cannedReply { id name content }';

test('canned replies are listed by name, changed and deleted', async () => {
  const tenant = await newTenant();
  const create = (name: string) =>
    mutate(tenant, 'createCannedReply', { name, content: 'Dear {{contact.name}},' }, fields);
  const { cannedReply: thanks } = await create('thanks');
  const { cannedReply: hours } = await create(' Hours ');
  const list = async () => (await tenant.query('{ cannedReplies { name content } }')).cannedReplies;
  expect(await list()).toEqual([
    { name: 'Hours', content: 'Dear {{contact.name}},' },
    { name: 'thanks', content: 'Dear {{contact.name}},' },
  ]);

  const changed = await mutate(tenant, 'updateCannedReply', { id: thanks.id, content: 'Thank you!' }, fields);
  const gone = await mutate(tenant, 'deleteCannedReply', { id: hours.id }, 'deletedCannedReplyId');

  expect(changed).toEqual({ cannedReply: { id: thanks.id, name: 'thanks', content: 'Thank you!' }, userErrors: [] });
  expect(gone).toEqual({ deletedCannedReplyId: hours.id, userErrors: [] });
  expect(await list()).toEqual([{ name: 'thanks', content: 'Thank you!' }]);
});

test('of a name there is one, and who takes it again is told', async () => {
  const tenant = await newTenant();
  await mutate(tenant, 'createCannedReply', { name: 'Thanks', content: 'One' }, fields);

  const again = await mutate(tenant, 'createCannedReply', { name: 'THANKS', content: 'Two' }, fields);

  expect(again).toEqual({ cannedReply: null, userErrors: [{ code: 'CONFLICT', field: ['name'] }] });
});

test.each(['updateCannedReply', 'deleteCannedReply'])('%s of an unknown one says so', async (name) => {
  const { userErrors } = await mutate(await newTenant(), name, { id: randomUUID() }, '__typename');

  expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
});
