import { randomUUID } from 'node:crypto';
import { mutate } from '../../testing/desk';
import { newTenant, type TestTenant } from '../../testing/new-tenant';
import { newTeam } from '../../testing/team';

const save = (tenant: Pick<TestTenant, 'query'>, conversationId: string, content: string | null) =>
  mutate(tenant, 'saveDraft', { conversationId, content }, 'conversation { draft }');

const read = async (tenant: Pick<TestTenant, 'query'>, id: string) =>
  (await tenant.query(`{ conversation(id: "${id}") { draft } }`)).conversation.draft;

test('a draft is kept as it was typed, until it is emptied', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  expect(await read(tenant, id)).toBeNull();

  expect(await save(tenant, id, 'Dear ')).toEqual({ conversation: { draft: 'Dear ' }, userErrors: [] });
  await save(tenant, id, 'Dear Cay,\n ');
  expect(await read(tenant, id)).toBe('Dear Cay,\n ');
  await save(tenant, id, ' ');
  expect(await read(tenant, id)).toBeNull();
});

test('a note’s draft stands beside the message’s, and neither takes the other’s place', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const saveNote = (content: string | null) =>
    mutate(
      tenant,
      'saveDraft',
      { conversationId: id, content, isNote: true },
      'conversation { id draft noteDraft messages { nodes { id } } }',
    );
  await save(tenant, id, 'Dear Cay');

  const both = await saveNote('She is cross');
  const { conversations } = await tenant.query('{ conversations { nodes { draft noteDraft } } }');
  const one = await saveNote(null);

  expect(both.conversation).toMatchObject({ draft: 'Dear Cay', noteDraft: 'She is cross' });
  expect(conversations.nodes).toEqual([{ draft: 'Dear Cay', noteDraft: 'She is cross' }]);
  expect(one.conversation).toMatchObject({ draft: 'Dear Cay', noteDraft: null });
});

test('drafts of both kinds come back with a contact that was deleted', async () => {
  const tenant = await newTenant();
  const { id: contactId, conversationId: id } = await tenant.createContact();
  await save(tenant, id, 'Dear Cay');
  await mutate(tenant, 'saveDraft', { conversationId: id, content: 'Cross', isNote: true }, 'conversation { id }');

  await mutate(tenant, 'deleteContact', { id: contactId }, 'userErrors { code }');
  await mutate(tenant, 'restoreContact', { id: contactId }, 'userErrors { code }');

  const { conversation } = await tenant.query(`{ conversation(id: "${id}") { draft noteDraft } }`);
  expect(conversation).toEqual({ draft: 'Dear Cay', noteDraft: 'Cross' });
});

test('of one conversation each member has a draft, and sees no other', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const { conversationId: id } = await ann.createContact();

  await save(ann, id, 'Ann’s');
  expect(await read(ben, id)).toBeNull();
  await save(ben, id, 'Ben’s');

  expect([await read(ann, id), await read(ben, id)]).toEqual(['Ann’s', 'Ben’s']);
});

test.each(['Text', null])('the draft %j of an unknown conversation is refused', async (content) => {
  const { userErrors } = await save(await newTenant(), randomUUID(), content);

  expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['conversationId'] }]);
});
