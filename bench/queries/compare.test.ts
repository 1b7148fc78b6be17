import { percentile } from '../calls';
import { differencesOf, leavesOf, withoutNews } from './compare';

const [first, second, known] = [1, 2, 3].map((n) => `0000000${n}-0000-7000-8000-000000000000`) as [
  string,
  string,
  string,
];

test('the same facts in other forms are the same leaves', () => {
  const atrium = { status: 'ACTIVE', createdAt: '2026-11-25T01:02:03.400Z', pageInfo: { endCursor: 'abc' } };
  const other = { createdAt: '2026-11-25T01:02:03.4+00:00', pageInfo: { endCursor: 'xyz' }, status: 'active' };

  expect(differencesOf(leavesOf(atrium), leavesOf(other))).toEqual([]);
});

test('a leaf that differs, is missing or is one too many is told with its path', () => {
  const expected = leavesOf({ nodes: [{ name: 'Ann' }, { name: 'Ben' }], total: 2, cursor: { endCursor: 'a' } });
  const got = leavesOf({ nodes: [{ name: 'Ann' }, { name: 'Cay' }], cursor: { endCursor: null }, more: null });

  expect(differencesOf(expected, got)).toEqual([
    'nodes.1.name: expected "Ben", got "Cay"',
    'total: expected 2, got undefined',
    'cursor.endCursor: expected true, got false',
    'more: expected undefined, got null',
  ]);
});

test('an empty list, an empty object and nothing are three things', () => {
  const [list, object, nothing] = [[], {}, null].map((value) => leavesOf({ value }));

  expect(new Set([list, object, nothing].map((leaves) => leaves?.get('value'))).size).toBe(3);
});

test('of new ids and moments only which are the same is compared; a known id stays itself', () => {
  const leaves = leavesOf({
    id: first,
    author: known,
    createdAt: '2026-11-25T01:02:03Z',
    event: { id: first, parent: second, occurredAt: '2026-11-25T01:02:03Z' },
  });

  expect(Object.fromEntries(withoutNews(leaves, new Set([known])))).toEqual({
    id: 'id 1',
    author: known,
    createdAt: 'moment 1',
    'event.id': 'id 1',
    'event.parent': 'id 2',
    'event.occurredAt': 'moment 1',
  });
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 200 }, (_, i) => 200 - i);

  expect([0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([101, 199, 200]);
});
