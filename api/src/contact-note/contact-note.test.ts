import { randomUUID } from 'node:crypto';
import { mutate } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { newTeam } from '../testing/team';

const fields = 'note { id content createdAt canDelete author { name } } contact { id }';

const add = (tenant: TestTenant, contactId: string, more: object = {}) =>
  mutate(tenant, 'addContactNote', { contactId, content: 'Likes tea', ...more }, fields);

const notesOf = async (tenant: TestTenant, id: string) => {
  const { contact } = await tenant.query(
    'query ($id: ID!) { contact(id: $id) { timeline { nodes { ... on ContactNoteEntry { note { id content } } } } } }',
    { id },
  );
  return contact.timeline.nodes.flatMap(({ note }: { note?: object }) => note ?? []);
};

test('a note keeps its lines and says who wrote it, and other windows hear of it', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  const subscription = await tenant.subscribe('subscription { contactChanged { id } }');

  const answer = await add(tenant, id, { content: '  Likes tea.\n\nNo milk. ' });

  expect(answer).toEqual({
    note: {
      id: expect.any(String),
      content: 'Likes tea.\n\nNo milk.',
      createdAt: expect.any(String),
      canDelete: true,
      author: { name: expect.any(String) },
    },
    contact: { id },
    userErrors: [],
  });
  expect(await subscription.next()).toEqual({ contactChanged: { id } });
  await subscription.close();
});

test('sent twice under one key, a note is written once; five at once too', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  const key = { idempotencyKey: 'once' };

  const answers = await Promise.all(Array.from({ length: 5 }, () => add(tenant, id, key)));
  const other = await add(tenant, id, { ...key, content: 'Something else' });

  expect(new Set(answers.map(({ note }) => note.id)).size).toBe(1);
  expect(await notesOf(tenant, id)).toHaveLength(1);
  expect(other.userErrors).toEqual([{ code: 'CONFLICT', field: ['idempotencyKey'] }]);
  await mutate(tenant, 'deleteContactNote', { id: answers[0].note.id }, 'deletedNoteId');
  expect((await add(tenant, id, key)).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['idempotencyKey'] }]);
});

test.each([
  ['', 'REQUIRED'],
  [' \n ', 'REQUIRED'],
  ['x'.repeat(10_001), 'TOO_LONG'],
  ['a\u0000b', 'INVALID'],
])('a note of %j is refused as %s', async (content, code) => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();

  const { note, userErrors } = await add(tenant, id, { content });

  expect({ note, userErrors }).toEqual({ note: null, userErrors: [{ code, field: ['content'] }] });
});

test('there is no note on a contact of another company, nor on one that is not there', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const { id: foreign } = await other.createContact();
  const { note } = await add(other, foreign);

  for (const id of [foreign, randomUUID(), 'nonsense'])
    expect((await add(tenant, id)).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['contactId'] }]);

  const gone = await mutate(tenant, 'deleteContactNote', { id: note.id }, 'deletedNoteId');
  expect(gone).toEqual({ deletedNoteId: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
  expect(await notesOf(other, foreign)).toHaveLength(1);
});

test('a note is deleted by who wrote it and by admins, and written by members', async () => {
  const [owner, viewer, member, colleague] = await newTeam('VIEWER', 'MEMBER', 'MEMBER');
  const { id } = await owner.createContact();
  const document = 'mutation ($input: AddContactNoteInput!) { addContactNote(input: $input) { note { id } } }';
  const byViewer = await viewer.send(document, { input: { contactId: id, content: 'Hm' } });
  const [first, second] = [(await add(member, id)).note.id, (await add(member, id)).note.id];
  const remove = (who: TestTenant, noteId: string) => mutate(who, 'deleteContactNote', { id: noteId }, 'deletedNoteId');

  const byColleague = await remove(colleague, first);
  const byAuthor = await remove(member, first);
  const byAdmin = await remove(owner, second);

  expect(byViewer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(byColleague.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
  expect([byAuthor.deletedNoteId, byAdmin.deletedNoteId]).toEqual([first, second]);
  expect(await notesOf(viewer, id)).toEqual([]);
});
