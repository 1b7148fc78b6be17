import { randomUUID } from 'node:crypto';
import { mutate, newLabel, ownerId } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { newTeam } from '../testing/team';
import { behindTheApi, startTestApi } from '../testing/test-api';

const fields =
  'receipt { id contactId erasedAt erasedBy { name } removed { table count } backups backupsUntil remains }';

const erase = (tenant: TestTenant, id: string, more: object = {}) =>
  mutate(tenant, 'eraseContact', { id, ...more }, fields);

/** Every table of the company as text: what is in none of them is nowhere. */
async function allText({ schemaName }: TestTenant): Promise<string> {
  const tables = await behindTheApi<{ name: string }>(
    `select table_name::text as name from information_schema.tables where table_schema = $1 and table_name <> 'labels'`,
    [schemaName],
  );
  const texts = await Promise.all(
    tables.map(({ name }) => behindTheApi<{ row: string }>(`select t::text as row from "${schemaName}"."${name}" t`)),
  );
  return texts
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

/** With all that can be known of a contact, each of it with a word of its own. */
async function known(tenant: TestTenant) {
  const { id, conversationId } = await tenant.createContact({
    name: 'Ann Xylo',
    email: 'ann@xylo.example',
    metadata: { k: 'xylo' },
    idempotencyKey: 'xylo-key',
  });
  const me = await ownerId(tenant);
  await mutate(
    tenant,
    'setContactLabels',
    { id, labelIds: [await newLabel(tenant, `L ${randomUUID().slice(0, 8)}`)] },
    'contact { id }',
  );
  await mutate(
    tenant,
    'addContactNote',
    { contactId: id, content: 'xylo note', idempotencyKey: 'xylo-note' },
    'note { id }',
  );
  await mutate(tenant, 'updateContact', { id, company: 'Xylo & Sons' }, 'contact { id }');
  await tenant.sendMessage(conversationId, 'xylo message', { senderType: 'CONTACT', idempotencyKey: 'xylo-message' });
  await mutate(tenant, 'addNote', { conversationId, content: 'xylo internal', mentionedIds: [me] }, 'message { id }');
  await mutate(tenant, 'renameConversation', { id: conversationId, subject: 'xylo subject' }, 'conversation { id }');
  await mutate(
    tenant,
    'scheduleMessage',
    { conversationId, content: 'xylo later', sendAt: new Date(Date.now() + 86_400_000).toISOString() },
    '__typename',
  );
  await mutate(tenant, 'saveDraft', { conversationId, content: 'xylo draft', isNote: false }, '__typename');
  const schema = `"${tenant.schemaName}"`;
  const [imported] = await behindTheApi<{ id: string }>(
    `insert into ${schema}.imports (id, name, state, on_duplicate, created_at, updated_at) values (gen_random_uuid(), 'list', 'finished', 'skip', now(), now()) returning id`,
  );
  await behindTheApi(
    `insert into ${schema}.import_rows (import_id, number, outcome, contact_id, before, after, detail) values ($1, 1, 'changed', $2, '{"name": "Xylo"}', 'xylo', '{"was": "xylo"}')`,
    [imported?.id, id],
  );
  await behindTheApi(
    `insert into ${schema}.contact_merges (id, into_id, from_id, into_before, from_before, moved, merged_at)
     values (gen_random_uuid(), $1, gen_random_uuid(), '{"name": "Xylo"}', '{"name": "xylo 2"}', '{}', now())`,
    [id],
  );
  return { id, conversationId };
}

test('of an erased contact nothing is left in any table, and others are as they were', async () => {
  const tenant = await newTenant();
  const { id } = await known(tenant);
  const other = await tenant.createContact({ name: 'Bob', idempotencyKey: 'bob' });
  await tenant.sendMessage(other.conversationId, 'Stays');
  expect((await allText(tenant)).toLowerCase()).toContain('xylo');

  const subscription = await tenant.subscribe('subscription { contactDeleted }');

  const { receipt, userErrors } = await erase(tenant, id, { confirmName: ' Ann Xylo ' });

  expect(await subscription.next()).toEqual({ contactDeleted: id });
  await subscription.close();

  expect(userErrors).toEqual([]);
  const text = (await allText(tenant)).toLowerCase();
  expect(text).not.toContain('xylo');
  expect(text).toContain('bob');
  expect(receipt).toMatchObject({
    contactId: id,
    erasedBy: { name: expect.any(String) },
    backups: 'How long backups are kept is not configured: ask your operator.',
    backupsUntil: null,
    remains: expect.arrayContaining([expect.any(String)]),
  });
  expect(
    Object.fromEntries(receipt.removed.map(({ table, count }: { table: string; count: number }) => [table, count])),
  ).toMatchObject({
    contacts: 1,
    contact_labels: 1,
    contact_notes: 1,
    contact_changes: 1,
    conversations: 1,
    messages: 2,
    conversation_drafts: 1,
    scheduled_messages: 1,
    import_rows: 1,
    contact_merges: 1,
    idempotency_keys: 3,
  });
  const { contact, erasures } = await tenant.query(
    'query ($id: ID!) { contact(id: $id) { id } erasures { nodes { id contactId removed { table count } } totalCount } }',
    { id },
  );
  expect(contact).toBeNull();
  expect(erasures).toEqual({ nodes: [{ id: receipt.id, contactId: id, removed: receipt.removed }], totalCount: 1 });
  expect(await mutate(tenant, 'restoreContact', { id }, 'contact { id }')).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND' }],
  });
  const entries = await behindTheApi<{ target: string }>(
    `select target from public.audit_log where tenant_id = $1 and action = 'contact.erase'`,
    [tenant.id],
  );
  expect(entries).toEqual([{ target: id }]);
});

test('one that lies among the deleted is erased too', async () => {
  const tenant = await newTenant();
  const { id } = await known(tenant);
  await mutate(tenant, 'deleteContact', { id }, 'deletedContactId');

  const { receipt, userErrors } = await erase(tenant, id, { confirmName: 'Ann Xylo' });

  expect(userErrors).toEqual([]);
  expect(
    Object.fromEntries(receipt.removed.map(({ table, count }: { table: string; count: number }) => [table, count])),
  ).toMatchObject({
    deleted_contacts: 1,
    conversations: 1,
    messages: 2,
    contact_notes: 1,
    scheduled_messages: 1,
    import_rows: 1,
    contact_merges: 1,
    idempotency_keys: expect.any(Number),
  });
  expect((await allText(tenant)).toLowerCase()).not.toContain('xylo');
});

test('of those who were made one with the contact nothing is left either, nor with whom a merge was undone', async () => {
  const tenant = await newTenant();
  const { id: intoId } = await tenant.createContact({ name: 'Ann', email: 'ann@one.example' });
  const { id: fromId } = await tenant.createContact({
    name: 'Xylo A',
    email: 'xylo@two.example',
    phone: '+49 30 901820',
  });
  const { id: otherId } = await tenant.createContact({ name: 'Bob', email: 'bob@stays.example' });
  const merge = (into: string, from: string) =>
    mutate(tenant, 'mergeContacts', { intoId: into, fromId: from }, 'merge { id }');
  const { merge: undone } = await merge(otherId, fromId);
  await mutate(tenant, 'undoMerge', { id: undone.id }, '__typename');
  await merge(intoId, fromId);

  const { userErrors } = await erase(tenant, intoId);

  expect(userErrors).toEqual([]);
  const text = (await allText(tenant)).toLowerCase();
  for (const word of ['xylo', 'ann@one', '901820']) expect(text).not.toContain(word);
  expect(text).toContain('bob@stays');
});

test('by the id that a merged contact had, nobody is erased: the answer names who remains', async () => {
  const tenant = await newTenant();
  const { id: intoId } = await tenant.createContact({ name: 'Ann' });
  const { id: fromId } = await tenant.createContact({ name: 'Anne' });
  await mutate(tenant, 'mergeContacts', { intoId, fromId }, 'merge { id }');

  const answer = await tenant.query(
    'mutation ($id: ID!) { eraseContact(input: { id: $id }) { receipt { id } userErrors { code field message } } }',
    { id: fromId },
  );

  const { receipt, userErrors } = answer.eraseContact;
  expect(receipt).toBeNull();
  expect(userErrors).toEqual([
    {
      code: 'CONFLICT',
      field: ['id'],
      message: `This contact was merged into ${intoId}: erase that one, which erases both.`,
    },
  ]);
  const { contact } = await tenant.query('query ($id: ID!) { contact(id: $id) { id } }', { id: fromId });
  expect(contact).toEqual({ id: intoId });
});

test('of another name, of another company, or of nobody, nothing is erased', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const { id } = await tenant.createContact({ name: 'Ann' });
  const { id: foreign } = await other.createContact();

  const misnamed = await erase(tenant, id, { confirmName: 'Anna' });
  const unknown = await Promise.all([foreign, randomUUID(), 'nonsense'].map((one) => erase(tenant, one)));

  expect(misnamed).toEqual({ receipt: null, userErrors: [{ code: 'INVALID', field: ['confirmName'] }] });
  for (const answer of unknown)
    expect(answer).toEqual({ receipt: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
  const { contact, erasures } = await tenant.query(
    'query ($id: ID!) { contact(id: $id) { name } erasures { totalCount } }',
    { id },
  );
  expect([contact.name, erasures.totalCount]).toEqual(['Ann', 0]);
});

test('of two at once, one erases; a message that is written meanwhile is gone or refused', async () => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact();

  const [sent, ...answers] = await Promise.all([
    tenant.sendMessage(conversationId, 'late').catch(String),
    erase(tenant, id),
    erase(tenant, id),
  ]);

  expect(answers.map(({ receipt }) => receipt !== null).sort()).toEqual([false, true]);
  expect(sent).toBeDefined();
  const rows = await behindTheApi<{ count: number }>(
    `select count(*)::int as count from "${tenant.schemaName}".messages`,
  );
  expect(rows[0]?.count).toBe(0);
});

test('only admins erase, and only they see receipts', async () => {
  const [owner, viewer, member, admin] = await newTeam('VIEWER', 'MEMBER', 'ADMIN');
  const { id } = await owner.createContact();
  const document = 'mutation ($id: ID!) { eraseContact(input: { id: $id }) { receipt { id } } }';

  for (const who of [viewer, member]) {
    expect((await who.send(document, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await who.send('{ erasures { nodes { id } } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  const { data } = await admin.send(document, { id });

  expect(data.eraseContact.receipt).not.toBeNull();
});

test('where the operator has said how long backups are kept, the receipt says until when', async () => {
  const api = await startTestApi({ backupRetentionDays: 30 });
  const tenant = await newTenant('Backups', api);
  const { id } = await tenant.createContact();

  const { receipt } = await erase(tenant, id);
  await api.stop();

  expect(Date.parse(receipt.backupsUntil) - Date.parse(receipt.erasedAt)).toBe(30 * 86_400_000);
  expect(receipt.backups).toContain(receipt.backupsUntil.slice(0, 10));
});
