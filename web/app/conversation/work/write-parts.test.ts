import type { ApolloClient } from '@apollo/client';
import type { ChangeConversationsInput, Work_ConversationFragment } from '../../generated/graphql';
import { conversation } from '../../testing/contact-page';
import { writeParts } from './write-parts';

type Work = Work_ConversationFragment;

const billing = { __typename: 'Label' as const, id: 'l1', name: 'Billing', colour: 'RED' as const };

/** Answers each change as the API does, of conversations that were as these are. */
function newApi(known: readonly Work[], refusedIds: readonly string[] = []) {
  const inputs: ChangeConversationsInput[] = [];
  const resultOf = (id: string) => {
    const found = known.find((each) => each.id === id);
    if (!found || refusedIds.includes(id))
      return { id, conversation: null, before: null, userErrors: [{ message: 'Gone.' }] };
    const { status, snoozedUntil, priority, assignee, labels } = found;
    const labelIds = labels.map((label) => label.id);
    const before = { status, snoozedUntil, priority, assigneeId: assignee?.id ?? null, labelIds };
    return { id, conversation: found, before, userErrors: [] };
  };
  const mutate = async ({ variables: { input } }: { variables: { input: ChangeConversationsInput } }) => {
    inputs.push(input);
    if (inputs.length > 3) throw new TypeError('Failed to fetch');
    return { data: { changeConversations: { results: (input.ids as string[]).map(resultOf), userErrors: [] } } };
  };
  return { inputs, client: { mutate } as unknown as ApolloClient };
}

const newConversations = (count: number, more: object = {}): Work[] =>
  Array.from({ length: count }, (_, index) => ({ ...conversation(`c${index}`, null), ...more }));

test('more than a hundred go in batches, and progress is told after each', async () => {
  const conversations = newConversations(230);
  const { inputs, client } = newApi(conversations, ['c7', 'c229']);
  const progress: number[] = [];

  const written = await writeParts(client, [{ conversations, change: { priority: 'HIGH' } }], (done) =>
    progress.push(done),
  );

  expect(inputs.map(({ ids }) => ids.length)).toEqual([100, 100, 30]);
  expect(progress).toEqual([99, 199, 228]);
  expect(written.now).toHaveLength(228);
  expect(written.problems).toEqual(['Gone.', 'Gone.']);
});

test('where no answer comes, the rest counts as left as it was, and is not asked for', async () => {
  const conversations = newConversations(520);
  const { inputs, client } = newApi(conversations);

  const { now, problems } = await writeParts(
    client,
    [{ conversations, change: { priority: 'HIGH' } }],
    () => undefined,
  );

  expect(inputs).toHaveLength(4);
  expect([now.length, problems.length]).toEqual([300, 220]);
  expect(new Set(problems)).toEqual(new Set(['The service does not answer.']));
});

test('what undoes a change puts each back to what the API says it was', async () => {
  const [ann, bob] = [
    { ...conversation('ann', null), labels: [billing] },
    { ...conversation('bob', null), assignee: { __typename: 'Account' as const, id: 'ben', name: 'Ben' } },
  ];
  const { client } = newApi([ann, bob]);
  const behind = [ann, { ...bob, assignee: null }];

  const assigned = await writeParts(client, [{ conversations: behind, change: { assignee: null } }], () => undefined);
  const labelled = await writeParts(
    client,
    [{ conversations: behind, change: { addLabel: billing } }],
    () => undefined,
  );

  expect(assigned.undo.map(({ conversations, change }) => [conversations.map(({ id }) => id), change])).toEqual([
    [['ann'], { assignee: null }],
    [['bob'], { assignee: { __typename: 'Account', id: 'ben', name: '' } }],
  ]);
  expect(labelled.undo.map(({ conversations, change }) => [conversations.map(({ id }) => id), change])).toEqual([
    [['bob'], { removeLabel: billing }],
  ]);
});

test('whoever was to return at a moment that has passed is active again', async () => {
  const snoozed = newConversations(2, { status: 'SNOOZED', snoozedUntil: '2020-01-01T00:00:00.000Z' });
  const { client } = newApi(snoozed);

  const { undo } = await writeParts(
    client,
    [{ conversations: snoozed, change: { status: 'CLOSED' } }],
    () => undefined,
  );

  expect(undo.map(({ change }) => change)).toEqual([{ status: 'ACTIVE', snoozedUntil: null }]);
});
