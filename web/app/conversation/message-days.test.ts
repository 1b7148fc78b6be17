import { describeDay, groupByDay, inOrder } from './message-days';

const at = (createdAt: string) => ({ createdAt });

test('a message belongs to the day on which its reader saw it written', () => {
  const messages = [at('2026-11-23T22:30:00Z'), at('2026-11-23T23:30:00Z'), at('2026-11-24T10:00:00Z')];

  expect(groupByDay(messages, 'UTC').map(({ date, messages: { length } }) => [date, length])).toEqual([
    ['2026-11-23', 2],
    ['2026-11-24', 1],
  ]);
  expect(groupByDay(messages, 'Europe/Berlin').map(({ date, messages: { length } }) => [date, length])).toEqual([
    ['2026-11-23', 1],
    ['2026-11-24', 2],
  ]);
});

test('messages of overlapping pages stand once each, by their number', () => {
  expect(inOrder([{ number: 5 }, { number: 3 }, { number: 4 }, { number: 5 }])).toEqual([
    { number: 3 },
    { number: 4 },
    { number: 5 },
  ]);
});

const now = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24', 'Today'],
  ['2026-11-23', 'Yesterday'],
  ['2026-11-21', 'Saturday 21 November'],
  ['2025-12-31', 'Wednesday 31 December 2025'],
])('%s is called %j', (date, text) => {
  expect(describeDay(date, now, 'UTC')).toBe(text);
});

test('today is the day of the reader', () => {
  expect(describeDay('2026-11-25', Date.parse('2026-11-24T20:00:00Z'), 'Asia/Tokyo')).toBe('Today');
});
