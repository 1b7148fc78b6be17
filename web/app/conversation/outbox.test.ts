import { notYetArrived, type OutgoingMessage, parseOutbox, withMessage, withoutMessage } from './outbox';

const outgoing = (key: string, content: string, problem: string | null = null): OutgoingMessage => ({
  key,
  content,
  senderType: 'USER',
  createdAt: '2026-11-24T12:00:00.000Z',
  afterNumber: 10,
  problem,
});
const arrived = (number: number, content: string, senderType: 'USER' | 'CONTACT' = 'USER') => ({
  number,
  content,
  senderType,
});

test('another attempt takes the place of the first', () => {
  const box = [outgoing('a', 'one', 'Not sent.'), outgoing('b', 'two')];

  expect(withMessage(box, outgoing('a', 'one')).map(({ key, problem }) => [key, problem])).toEqual([
    ['a', null],
    ['b', null],
  ]);
  expect(withoutMessage(box, 'a').map(({ key }) => key)).toEqual(['b']);
});

test('a message that arrived before its answer does not stand there twice', () => {
  expect(notYetArrived([outgoing('a', 'one')], [arrived(11, 'one')])).toEqual([]);
});

test('only one of two equal messages has arrived with the first', () => {
  const box = [outgoing('a', 'yes'), outgoing('b', 'yes')];

  expect(notYetArrived(box, [arrived(11, 'yes')]).map(({ key }) => key)).toEqual(['b']);
});

test.each([
  ['was there before it was written', arrived(10, 'one')],
  ['is from someone else', arrived(11, 'one', 'CONTACT')],
  ['says something else', arrived(11, 'two')],
])('a message that %s is not the one on its way', (_case, message) => {
  expect(notYetArrived([outgoing('a', 'one')], [message])).toHaveLength(1);
});

test('a failed message stays in sight, whatever arrives', () => {
  expect(notYetArrived([outgoing('a', 'one', 'Not sent.')], [arrived(11, 'one')])).toHaveLength(1);
});

test('after a reload a message that was on its way waits for a decision, under the same key', () => {
  const [kept] = parseOutbox(JSON.stringify([outgoing('a', 'one')]));

  expect(kept).toMatchObject({ key: 'a', content: 'one' });
  expect(kept?.problem).toMatch(/safe/);
});

test.each([null, '', 'nonsense', '{}', '[null, {"key": 1}]'])('%j is an empty outbox', (text) => {
  expect(parseOutbox(text)).toEqual([]);
});
