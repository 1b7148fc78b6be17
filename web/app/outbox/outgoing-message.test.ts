import { newOutgoing } from '../testing/outgoing-message';
import {
  earliestDue,
  heldUp,
  isOutgoingMessage,
  nextDue,
  notYetArrived,
  type OutgoingMessage,
} from './outgoing-message';

const tried = (key: string, content: string, more: Partial<OutgoingMessage> = {}) =>
  newOutgoing(key, { content, firstTriedAt: 1, ...more });
const arrived = (number: number, content: string, senderType: 'USER' | 'CONTACT' = 'USER', isNote = false) => ({
  number,
  content,
  senderType,
  isNote,
});
const keysOf = (messages: readonly OutgoingMessage[]) => messages.map(({ key }) => key);

test('a message that arrived before its answer does not stand there twice', () => {
  expect(notYetArrived([tried('a', 'one')], [arrived(11, 'one')])).toEqual([]);
});

test('only one of two equal messages has arrived with the first', () => {
  expect(keysOf(notYetArrived([tried('a', 'yes'), tried('b', 'yes')], [arrived(11, 'yes')]))).toEqual(['b']);
});

test.each([
  ['was there before it was written', arrived(10, 'one')],
  ['is from someone else', arrived(11, 'one', 'CONTACT')],
  ['says something else', arrived(11, 'two')],
  ['is a note', arrived(11, 'one', 'USER', true)],
])('a message that %s is not the one on its way', (_case, message) => {
  expect(notYetArrived([tried('a', 'one')], [message])).toHaveLength(1);
});

test.each([
  ['refused', tried('a', 'one', { problem: 'No.' })],
  ['never sent', newOutgoing('a', { content: 'one' })],
])('a message that was %s stays in sight, whatever arrives', (_case, message) => {
  expect(notYetArrived([message], [arrived(11, 'one')])).toHaveLength(1);
});

test('within a conversation the first goes first; another conversation does not wait for it', () => {
  const pausing = { failures: 1, failedAt: 5, retryAt: Number.MAX_SAFE_INTEGER };
  const box = [newOutgoing('a', pausing), newOutgoing('b'), newOutgoing('c', { conversationId: 'other' })];

  expect(nextDue(box, 0)?.key).toBe('c');
  expect(nextDue(box.slice(0, 2), 0)).toBeUndefined();
  expect(earliestDue(box.slice(0, 2), 0)).toBe(Number.MAX_SAFE_INTEGER);
  expect(earliestDue([], 0)).toBe(Number.POSITIVE_INFINITY);
});

test('what was refused holds up nobody', () => {
  expect(nextDue([newOutgoing('a', { problem: 'No.' }), newOutgoing('b')], 0)?.key).toBe('b');
});

test('the line’s return ends a pause of our own, and none that the service has asked for', () => {
  const never = Number.MAX_SAFE_INTEGER;

  expect(nextDue([newOutgoing('a', { failures: 1, failedAt: 5, retryAt: never })], 6)?.key).toBe('a');
  expect(nextDue([newOutgoing('a', { failures: 1, failedAt: 5, heldUntil: never })], 6)).toBeUndefined();
});

test('held up is what failed, was refused, or stands behind one that failed', () => {
  const box = [
    newOutgoing('a', { failures: 1 }),
    newOutgoing('b'),
    newOutgoing('c', { conversationId: 'quick' }),
    newOutgoing('d', { conversationId: 'refused', problem: 'No.' }),
    newOutgoing('e', { conversationId: 'refused' }),
  ];

  expect(keysOf(heldUp(box))).toEqual(['a', 'b', 'd']);
});

test.each([
  null,
  'nonsense',
  {},
  { key: 1 },
  { ...newOutgoing('a'), place: null },
  { ...newOutgoing('a'), problem: 7 },
])('%j is no message', (value) => {
  expect(isOutgoingMessage(value)).toBe(false);
  expect(isOutgoingMessage(newOutgoing('a'))).toBe(true);
});
