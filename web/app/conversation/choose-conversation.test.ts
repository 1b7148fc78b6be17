import { defaultConversation, newestFirst } from './choose-conversation';

const conversation = (
  id: string,
  status: 'ACTIVE' | 'CLOSED' | 'SNOOZED',
  lastMessageAt: string | null,
  createdAt = '2026-01-01T00:00:00.000Z',
) => ({
  id,
  status,
  lastMessageAt,
  createdAt,
});

test('the newest active conversation opens, however new a closed one is', () => {
  const conversations = [
    conversation('old', 'ACTIVE', '2026-02-01T00:00:00.000Z'),
    conversation('closed', 'CLOSED', '2026-04-01T00:00:00.000Z'),
    conversation('new', 'ACTIVE', '2026-03-01T00:00:00.000Z'),
  ];

  expect(defaultConversation(conversations)).toBe('new');
});

test('where none is active, the newest opens; where there is none, none', () => {
  const closed = [
    conversation('a', 'CLOSED', '2026-02-01T00:00:00.000Z'),
    conversation('b', 'SNOOZED', '2026-03-01T00:00:00.000Z'),
  ];

  expect(defaultConversation(closed)).toBe('b');
  expect(defaultConversation([])).toBeNull();
});

test('one without messages stands by the time it was started', () => {
  const conversations = [
    conversation('talked', 'ACTIVE', '2026-02-01T00:00:00.000Z'),
    conversation('fresh', 'ACTIVE', null, '2026-03-01T00:00:00.000Z'),
  ];

  expect(newestFirst(conversations).map(({ id }) => id)).toEqual(['fresh', 'talked']);
});
