import { continuesRun } from './message-runs';

const sent = (senderType: 'USER' | 'CONTACT', time: string, author: string | null = 'ada') => ({
  senderType,
  isNote: false,
  author: author === null ? null : { id: author },
  createdAt: `2026-11-24T${time}:00Z`,
});

test('a message goes on what the same sender began a moment ago', () => {
  expect(continuesRun(sent('USER', '12:04'), sent('USER', '12:00'))).toBe(true);
  expect(continuesRun(sent('USER', '12:05'), sent('USER', '12:00'))).toBe(false);
  expect(continuesRun(sent('USER', '12:01'), sent('CONTACT', '12:00'))).toBe(false);
  expect(continuesRun(sent('USER', '12:01'), undefined)).toBe(false);
});

test('a colleague begins anew, and so does whoever wrote before there were accounts', () => {
  expect(continuesRun(sent('USER', '12:01'), sent('USER', '12:00', 'ben'))).toBe(false);
  expect(continuesRun(sent('USER', '12:01'), sent('USER', '12:00', null))).toBe(false);
  expect(continuesRun(sent('USER', '12:01', null), sent('USER', '12:00', null))).toBe(true);
});

test('a note goes on no answer', () => {
  expect(continuesRun({ ...sent('USER', '12:01'), isNote: true }, sent('USER', '12:00'))).toBe(false);
});
