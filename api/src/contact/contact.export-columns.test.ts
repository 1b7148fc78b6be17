import { randomUUID } from 'node:crypto';
import { mutate, newLabel } from '../testing/desk';
import { ask } from '../testing/exports';
import { fieldsOf, newField } from '../testing/fields';
import { newTenant } from '../testing/new-tenant';

const byName = JSON.stringify({ field: 'NAME' });

async function newTenantWithTwo() {
  const tenant = await newTenant();
  await newField(tenant, 'Contract tier', 'CHOICE', { options: ['Gold'] });
  const ann = await tenant.createContact({ name: '=Ann', fields: fieldsOf({ contract_tier: 'Gold' }) });
  const bob = await tenant.createContact({ name: 'Bob', email: 'bob@contact.example' });
  const addLabelIds = [await newLabel(tenant, 'VIP'), await newLabel(tenant, '=Lead')];
  await mutate(tenant, 'changeContacts', { ids: [ann.id], addLabelIds }, '__typename');
  await mutate(tenant, 'closeConversation', { id: bob.conversationId }, '__typename');
  return { tenant, ann, bob };
}

test('a file has the columns that are wanted, in their order, and no cell begins a formula', async () => {
  const { tenant } = await newTenantWithTwo();

  const columns = 'contract_tier,name,labels,conversationStatus';
  const file = await ask(tenant, { format: 'csv', orderBy: byName, columns });

  expect((await file.text()).trim().split('\r\n')).toEqual([
    'Contract tier,name,labels,conversationStatus',
    "Gold,'=Ann,'=Lead; VIP,ACTIVE",
    ',Bob,,CLOSED',
  ]);
});

test('JSON lines have them by the same names', async () => {
  const { tenant } = await newTenantWithTwo();

  const file = await ask(tenant, { format: 'jsonl', orderBy: byName, columns: 'labels,name,contract_tier' });

  expect(await file.text()).toBe(
    '{"labels":["=Lead", "VIP"],"name":"=Ann","contract_tier":"Gold"}\n{"labels":[],"name":"Bob","contract_tier":null}\n',
  );
});

test('a file of some has these alone, whatever else is asked', async () => {
  const { tenant, ann, bob } = await newTenantWithTwo();
  await tenant.createContact({ name: 'Cay' });
  const ids = [ann.id, bob.id, randomUUID()].join(',');

  const file = await ask(tenant, { format: 'jsonl', ids, columns: 'name', search: 'bob' });
  const all = await ask(tenant, { format: 'jsonl', ids, columns: 'name', orderBy: byName });

  expect(await file.text()).toBe('{"name":"Bob"}\n');
  expect(await all.text()).toBe('{"name":"=Ann"}\n{"name":"Bob"}\n');
});

test.each([
  ['a column that is none', { columns: 'name,passwort' }, 'columns'],
  ['no column', { columns: '' }, 'columns'],
  ['what is no id', { ids: 'ann' }, 'ids'],
  ['more ids than there is room for', { ids: Array.from({ length: 301 }, () => randomUUID()).join(',') }, 'ids'],
])('%s is refused by name', async (_what, asked, name) => {
  const answer = await ask(await newTenant(), { format: 'csv', ...asked });

  expect(answer.status).toBe(400);
  expect(JSON.parse(await answer.text()).errors[0].extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    argumentName: name,
  });
});
