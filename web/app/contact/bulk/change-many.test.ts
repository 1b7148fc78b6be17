import type { ApolloClient } from '@apollo/client';
import { ChangeContactsDocument, type ChangeContactsInput } from '../../generated/graphql';
import { changeMany, undoMany } from './change-many';

const ids = Array.from({ length: 250 }, (_, index) => `c${index}`);

/** A company of contacts `c0`, `c1` …, of which every tenth has the label already, and none is `c7`. */
function newClient({ failsAt = Number.POSITIVE_INFINITY } = {}) {
  const inputs: ChangeContactsInput[] = [];
  const client = {
    mutate: async ({ mutation, variables }: { mutation: unknown; variables: { input: ChangeContactsInput } }) => {
      expect(mutation).toBe(ChangeContactsDocument);
      inputs.push(variables.input);
      if (inputs.length >= failsAt) throw new TypeError('Failed to fetch');
      const results = (variables.input.ids as string[]).map((id) => ({
        id,
        contact: null,
        before: id === 'c7' ? null : { isDeleted: false, labelIds: id.endsWith('0') ? ['vip'] : [] },
        userErrors: id === 'c7' ? [{ message: 'There is no such contact.' }] : [],
      }));
      return { data: { changeContacts: { results, userErrors: [] } } };
    },
    query: async ({ variables: { after } }: { variables: { after: string | null } }) => {
      const from = after === null ? 0 : Number(after);
      const nodes = ids.slice(from, from + 100).map((id) => ({ id }));
      const pageInfo = { hasNextPage: from + 100 < ids.length, endCursor: String(from + 100) };
      return { data: { contacts: { nodes, pageInfo } } };
    },
  };
  return { client: client as unknown as ApolloClient, inputs };
}

const watch = { onProgress: () => undefined, isStopped: () => false };

test.each([
  ['by their ids', { ids }],
  ['that a list finds', { matching: { search: 'ann', filter: null } }],
])('many %s are changed a hundred at a time, and what was done can be taken back exactly', async (_, many) => {
  const { client, inputs } = newClient();
  const progress: number[] = [];

  const done = await changeMany(
    client,
    many,
    { addLabelIds: ['vip'] },
    { ...watch, onProgress: (sent) => progress.push(sent) },
  );
  await undoMany(client, done.undo, watch);

  expect(inputs.slice(0, 3).map((input) => (input.ids as string[]).length)).toEqual([100, 100, 50]);
  expect(progress).toEqual([100, 200, 250]);
  expect(done).toMatchObject({ count: 249, problems: ['There is no such contact.'] });
  const undone = inputs.slice(3);
  expect(undone.every(({ removeLabelIds }) => removeLabelIds?.[0] === 'vip')).toBe(true);
  expect(undone.flatMap((input) => input.ids)).toEqual(ids.filter((id) => id !== 'c7' && !id.endsWith('0')));
});

test('a deletion is taken back by bringing back', async () => {
  const { client } = newClient();

  const { undo } = await changeMany(client, { ids: ['c1', 'c2'] }, { isDeleted: true }, watch);

  expect(undo).toEqual([{ ids: ['c1', 'c2'], change: { isDeleted: false } }]);
});

test('stopped, it ends with the batch that is under way', async () => {
  const { client, inputs } = newClient();

  const done = await changeMany(
    client,
    { ids },
    { isDeleted: true },
    { ...watch, isStopped: () => inputs.length === 1 },
  );

  expect(inputs).toHaveLength(1);
  expect(done.count).toBe(99);
});

test('what cannot be sent ends it, and what was done until then can be taken back', async () => {
  const { client } = newClient({ failsAt: 2 });

  const done = await changeMany(client, { ids }, { isDeleted: true }, watch);

  expect(done).toMatchObject({ count: 99, problems: ['There is no such contact.', 'The service does not answer.'] });
  expect(done.undo[0]?.ids).toHaveLength(99);
});
