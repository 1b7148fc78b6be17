import { describeTime } from './relative-time';

const now = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24T11:59:40Z', 'just now'],
  ['2026-11-24T12:00:10Z', 'just now'],
  ['2026-11-24T11:55:00Z', '5 min ago'],
  ['2026-11-24T09:30:00Z', '2 h ago'],
  ['2026-11-21T11:00:00Z', '3 d ago'],
  ['2026-11-24T14:00:00Z', 'in 2 h'],
  ['2026-11-10T12:00:00Z', '10 Nov'],
  ['2025-11-10T12:00:00Z', '10 Nov 2025'],
])('%s is told as %j', (at, text) => {
  expect(describeTime(at, now, 'UTC')).toBe(text);
});

test('a date is told in the zone of its reader', () => {
  expect(describeTime('2026-11-10T23:30:00Z', now, 'Asia/Tokyo')).toBe('11 Nov');
});
