import { formatBytes, formatDateTime, formatDuration, formatPlural } from './format';

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1536, '1.5 KB'],
  [434_176, '424 KB'],
  [5 * 1024 ** 3, '5 GB'],
])('%i bytes are %j', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('one is singular, all else plural', () => {
  expect([0, 1, 1200].map((value) => formatPlural(value, 'message'))).toEqual([
    '0 messages',
    '1 message',
    '1,200 messages',
  ]);
});

test('a date is written in the zone asked for, and one without a time is a day of UTC', () => {
  const format = { dateStyle: 'medium' } as const;

  expect(formatDateTime('2026-11-24T23:30:00.000Z', { ...format, timeZone: 'Asia/Tokyo' })).toBe('25 Nov 2026');
  expect(formatDateTime('2026-11-24', { ...format, timeZone: 'UTC' })).toBe('24 Nov 2026');
});

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [90, '1.5 min'],
  [720, '12 min'],
  [9_000, '2.5 h'],
  [259_200, '3 d'],
])('%i seconds are %j', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
