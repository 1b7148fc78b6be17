import { mutate } from '../testing/desk';
import { startImport } from '../testing/imports';
import { newTenant, send, type TestTenant } from '../testing/new-tenant';
import { behindTheApi, startTestApi, type TestApi } from '../testing/test-api';

const question = `{ currentTenant { id stats {
  contactCount conversationCount activeConversationCount messageCount
  messagesPerDay(days: 2) { date count } conversationsOpenedPerDay(days: 2) { date count }
  conversationsClosedPerDay(days: 2) { date count } medianFirstReplySeconds(days: 2)
} } }`;

let resolving: TestApi;
beforeAll(async () => {
  resolving = await startTestApi({ compilesReads: false });
});
afterAll(() => resolving.stop());

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

/** By one statement, with what it keeps; and by the resolvers, which keep nothing. */
async function bothWays(tenant: TestTenant): Promise<[Data, Data]> {
  const headers = { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}` };
  const kept = await tenant.query(question);
  const { data } = await send(resolving, question, {}, headers);
  return [kept.currentTenant.stats, data.currentTenant.stats];
}

test('after each kind of write the figures are those of this moment', async () => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact({ name: 'Ann' });
  const other = await tenant.createContact({ name: 'Ann Too' });
  const gone = await tenant.createContact({ name: 'Gone' });
  const importId = await startImport(tenant, 'OVERWRITE');
  const rows = [1, 2].map((number) => ({ number, name: `Row ${number}`, email: `row${number}@import.example` }));
  let mergeId = '';
  const inAnHour = new Date(Date.now() + 3_600_000);
  const write = (field: string, input: object) => () => mutate(tenant, field, input, '__typename');
  const writes: [string, () => Promise<unknown>][] = [
    ['a contact', () => tenant.createContact({ name: 'Bob' })],
    ['a message', () => tenant.sendMessage(conversationId, 'Hello')],
    ['a note', write('addNote', { conversationId, content: 'Ours alone' })],
    ['closing', write('closeConversation', { id: conversationId })],
    ['opening again', write('reopenConversation', { id: conversationId })],
    ['snoozing', write('snoozeConversation', { id: conversationId, until: inAnHour })],
    ['another conversation', write('startConversation', { contactId: id, subject: 'Another' })],
    ['deleting', write('deleteContact', { id: gone.id })],
    ['restoring', write('restoreContact', { id: gone.id })],
    ['deleting many', write('changeContacts', { ids: [gone.id], isDeleted: true })],
    [
      'merging',
      async () => {
        const merged = await mutate(tenant, 'mergeContacts', { intoId: id, fromId: other.id }, 'merge { id }');
        mergeId = merged.merge.id;
        return merged;
      },
    ],
    ['taking a merge back', () => write('undoMerge', { id: mergeId })()],
    ['importing', write('importContacts', { importId, rows })],
    ['taking an import back', write('undoImport', { importId })],
    ['erasing', write('eraseContact', { id })],
  ];
  const seen: [string, Data][] = [];
  const wrong: [string, Data, Data][] = [];
  for (const [what, work] of writes) {
    const { userErrors = [] } = (await work()) as Data;
    expect([what, userErrors]).toEqual([what, []]);
    // Twice: what was counted, and what was kept of it.
    for (let n = 0; n < 2; n += 1) {
      const [kept, resolved] = await bothWays(tenant);
      if (JSON.stringify(kept) !== JSON.stringify(resolved)) wrong.push([what, kept, resolved]);
      seen.push([what, kept]);
    }
  }

  expect(wrong).toEqual([]);
  expect(new Set(seen.map(([, stats]) => JSON.stringify(stats))).size).toBeGreaterThan(6);
});

test('while nothing happens nothing is counted again; what was changed past Atrium is seen with the next event', async () => {
  const tenant = await newTenant();
  await tenant.createContact({ name: 'Ann' });
  const count = async () => (await tenant.query(question)).currentTenant.stats.contactCount;
  expect([await count(), await count(), await count()]).toEqual([1, 1, 1]);

  await behindTheApi(
    `insert into "${tenant.schemaName}".contacts (id, name, email) values (gen_random_uuid(), 'Past it', 'past@contact.example')`,
  );
  const unheard = await count();
  await tenant.createContact({ name: 'Bob' });

  expect(unheard).toBe(1);
  expect(await count()).toBe(3);
});

test('what is kept of one company is not answered to another that asks the same', async () => {
  const [one, other] = [await newTenant(), await newTenant()];
  await one.createContact({ name: 'Ann' });
  const count = async (tenant: TestTenant) => (await tenant.query(question)).currentTenant.stats.contactCount;

  expect([await count(one), await count(one), await count(other), await count(other), await count(one)]).toEqual([
    1, 1, 0, 0, 1,
  ]);
});
