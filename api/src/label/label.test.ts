import { randomUUID } from 'node:crypto';
import { mutate, newLabel } from '../testing/desk';
import { newTenant } from '../testing/new-tenant';

const fields = 'label { id name colour }';

test('labels are listed by name, whatever their case, and each keeps its colour', async () => {
  const tenant = await newTenant();
  for (const [name, colour] of [
    ['refund', 'RED'],
    ['Delivery', 'BLUE'],
    [' Äpfel ', 'GREEN'],
  ] as const)
    await mutate(tenant, 'createLabel', { name, colour }, fields);

  const { labels } = await tenant.query('{ labels { name colour } }');

  expect(labels).toEqual([
    { name: 'Delivery', colour: 'BLUE' },
    { name: 'refund', colour: 'RED' },
    { name: 'Äpfel', colour: 'GREEN' },
  ]);
});

test('of a name there is one label, and who takes it again is told', async () => {
  const tenant = await newTenant();
  const id = await newLabel(tenant, 'Refund');
  const other = await newLabel(tenant, 'Other');

  const made = await mutate(tenant, 'createLabel', { name: 'REFUND' }, fields);
  const renamed = await mutate(tenant, 'updateLabel', { id: other, name: 'refund' }, fields);
  const kept = await mutate(tenant, 'updateLabel', { id, name: 'refund' }, fields);

  const taken = { label: null, userErrors: [{ code: 'CONFLICT', field: ['name'] }] };
  expect([made, renamed]).toEqual([taken, taken]);
  expect(kept).toEqual({ label: { id, name: 'refund', colour: 'TEAL' }, userErrors: [] });
});

test('a deleted label is on no conversation any more', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const labelId = await newLabel(tenant, 'Refund');
  await mutate(tenant, 'setConversationLabels', { id, labelIds: [labelId] }, 'conversation { id }');

  const gone = await mutate(tenant, 'deleteLabel', { id: labelId }, 'deletedLabelId');

  expect(gone).toEqual({ deletedLabelId: labelId, userErrors: [] });
  const { conversation } = await tenant.query(`{ conversation(id: "${id}") { labels { id } } }`);
  expect(conversation).toEqual({ labels: [] });
});

test('other windows hear of each change to the labels', async () => {
  const tenant = await newTenant();
  const subscription = await tenant.subscribe(
    'subscription { tenantEvents { type ... on LabelsChanged { labelId label { name } } } }',
  );

  const labelId = await newLabel(tenant, 'Refund');
  const made = await subscription.next();
  await mutate(tenant, 'updateLabel', { id: labelId, name: 'Refunds' }, fields);
  const renamed = await subscription.next();
  await mutate(tenant, 'deleteLabel', { id: labelId }, 'deletedLabelId');
  const deleted = await subscription.next();

  const told = (label: object | null) => ({ tenantEvents: { type: 'labelsChanged', labelId, label } });
  expect([made, renamed, deleted]).toEqual([told({ name: 'Refund' }), told({ name: 'Refunds' }), told(null)]);
  await subscription.close();
});

test.each(['updateLabel', 'deleteLabel'])('%s of an unknown label says so', async (name) => {
  const { userErrors } = await mutate(await newTenant(), name, { id: randomUUID() }, '__typename');

  expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
});
