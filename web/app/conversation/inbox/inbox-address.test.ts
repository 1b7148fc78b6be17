import { belongsTo, readInboxAddress, sortOf, variablesOf, writeInboxAddress } from './inbox-address';

const read = (search: string) => readInboxAddress(new URLSearchParams(search));

test.each([
  '',
  '?view=snoozed',
  '?sort=waiting',
  '?view=closed&label=l1&sort=activity',
  '?label=l1',
  '?q=cold+boiler&view=mine',
  '?saved=v1&waiting=1&unread=1&assignee=ben',
])('the address %j is read and written again', (search) => {
  expect(writeInboxAddress(read(search))).toBe(search);
});

test('what no inbox has opens what opens first', () => {
  expect(read('?view=toString&sort=__proto__&label=&saved=&waiting=yes')).toEqual(read(''));
});

test.each([
  ['?view=mine', { status: ['ACTIVE'], assigneeId: ['me'] }],
  ['?view=unassigned', { status: ['ACTIVE'], isUnassigned: true }],
  ['?view=unread', { status: ['ACTIVE', 'SNOOZED'], isUnread: true }],
  ['?q=+boiler+', { status: ['ACTIVE'], search: 'boiler' }],
  [`?view=closed&q=${'x'.repeat(201)}`, { status: ['CLOSED'], search: 'x'.repeat(200) }],
  ['?view=snoozed&label=l1', { status: ['SNOOZED'], labelIds: ['l1'] }],
  ['?waiting=1&assignee=ben', { status: ['ACTIVE'], isWaiting: true, assigneeId: ['ben'] }],
])('the view of %j asks for %j', (search, filter) => {
  expect(variablesOf(read(search), 'me').filter).toEqual(filter);
});

const placed = {
  status: 'ACTIVE' as const,
  priority: 'NONE' as const,
  assignee: { __typename: 'Account' as const, id: 'me', name: 'Me' },
  labels: [{ __typename: 'Label' as const, id: 'l1', name: 'Billing', colour: 'RED' as const }],
};

test.each([
  ['', {}, true],
  ['', { status: 'CLOSED' as const }, false],
  ['?view=closed', { status: 'CLOSED' as const }, true],
  ['?view=mine', {}, true],
  ['?view=mine', { assignee: null }, false],
  ['?view=unassigned', {}, false],
  ['?view=unassigned', { assignee: null }, true],
  ['?label=l1', {}, true],
  ['?label=l1', { labels: [] }, false],
  ['?assignee=ben', {}, false],
  ['?unread=1&waiting=1', {}, true],
])('in %j, a conversation with %j belongs: %j', (search, change, belongs) => {
  expect(belongsTo(variablesOf(read(search), 'me').filter, { ...placed, ...change })).toBe(belongs);
});

const saved = {
  __typename: 'SavedView' as const,
  id: 'v1',
  name: 'Urgent',
  isShared: true,
  isMine: true,
  filter: { status: ['ACTIVE', 'SNOOZED'], priority: ['URGENT'] },
  orderBy: { field: 'WAITING_SINCE', direction: 'ASC' },
};

test('a saved view lists what it was saved with, in its order, and can be narrowed', () => {
  const address = read('?saved=v1&unread=1');

  expect(variablesOf(address, 'me', saved).filter).toEqual({ ...saved.filter, isUnread: true });
  expect(sortOf(address, saved)).toBe('waiting');
  expect(sortOf(read('?saved=v1&sort=activity'), saved)).toBe('activity');
  expect(sortOf(address, null)).toBe('-activity');
  expect(belongsTo(variablesOf(address, 'me', saved).filter, placed)).toBe(false);
  expect(belongsTo(saved.filter as never, { ...placed, priority: 'URGENT' })).toBe(true);
});
