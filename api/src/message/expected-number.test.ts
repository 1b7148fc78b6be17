import { mutate } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { newTeam } from '../testing/team';

type Asking = Pick<TestTenant, 'query'>;

const send = (tenant: Asking, conversationId: string, expectedNumber: number, more: object = {}) =>
  mutate(tenant, 'sendMessage', { conversationId, content: 'Answer', expectedNumber, ...more }, 'message { number }');

const conflict = { message: null, userErrors: [{ code: 'CONFLICT', field: ['expectedNumber'] }] };

/** Two who work in one company, and a conversation of it. */
async function twoAgents(): Promise<{ ann: Asking; ben: Asking; id: string }> {
  const [ann, ben] = await newTeam('MEMBER');
  return { ann, ben, id: (await ann.createContact()).conversationId };
}

test('what a colleague wrote meanwhile keeps an answer from being sent', async () => {
  const { ann, ben, id } = await twoAgents();
  expect(await send(ann, id, 0)).toEqual({ message: { number: 1 }, userErrors: [] });

  expect(await send(ben, id, 0)).toEqual(conflict);
  expect(await send(ben, id, 1)).toEqual({ message: { number: 2 }, userErrors: [] });
  expect(await send(ben, id, 1)).toEqual({ message: { number: 3 }, userErrors: [] });
  await mutate(ann, 'addNote', { conversationId: id, content: 'Mine' }, '__typename');
  expect(await send(ben, id, 3)).toEqual(conflict);
});

test('of two who answer at once, one is asked first', async () => {
  const { ann, ben, id } = await twoAgents();

  const answers = await Promise.all([send(ann, id, 0), send(ben, id, 0)]);

  expect(answers.filter(({ message }) => message !== null)).toHaveLength(1);
  expect(answers).toContainEqual(conflict);
});

test('the contact’s words count, lines of the system do not', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  await mutate(tenant, 'closeConversation', { id }, '__typename');
  expect(await send(tenant, id, 0)).toEqual({ message: { number: 2 }, userErrors: [] });

  await tenant.sendMessage(id, 'And?', { senderType: 'SYSTEM' });
  expect((await send(tenant, id, 0)).userErrors).toEqual([]);
});

test('a lost answer is asked for again with the same key, though it was written after that number', async () => {
  const { ann, id } = await twoAgents();
  const input = { idempotencyKey: 'once' };

  const answers = [await send(ann, id, 0, input), await send(ann, id, 0, input)];

  expect(answers.map(({ message }) => message.number)).toEqual([1, 1]);
});
