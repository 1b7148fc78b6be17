import { durationOf, Progress } from './progress';

test('without a terminal there is a line every ten seconds, with rate and time left', () => {
  const lines: string[] = [];
  const progress = new Progress('Migrating', { write: (text) => lines.push(text) });

  for (let second = 0; second <= 25; second += 1) progress.show(second * 100, 10_000, 1_000_000 + second * 1_000);

  expect(lines).toEqual([
    'Migrating: 1000 of 10000, 100 a second, 1 min 30 s left\n',
    'Migrating: 2000 of 10000, 100 a second, 1 min 20 s left\n',
  ]);
});

test.each([
  [0.2, '1 s'],
  [61, '1 min 1 s'],
  [7_260, '2 h 1 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationOf(seconds)).toBe(text);
});
