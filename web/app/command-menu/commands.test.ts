import { type Command, rankCommands, rankOf } from './commands';

test.each([
  ['Close', 'clo', 0],
  ['Go to the inbox', 'inb', 1],
  ['Go to the inbox', 'in go', 2],
  ['Käthe Schönemann', 'schone', 1],
  ['Close', 'open', null],
])('%j for what is typed as %j has the rank %j', (words, text, rank) => {
  expect(rankOf({ words }, text)).toBe(rank);
});

const command = (group: Command['group'], words: string, isFound = false): Command => ({
  id: words,
  group,
  words,
  isFound,
  icon: null,
  run: () => undefined,
});

test('the group with the best command comes first, and its best before the rest', () => {
  const commands = [
    command('On this page', 'Reopen'),
    command('On this page', 'Close'),
    command('Everywhere', 'Open settings'),
    command('Everywhere', 'Contacts, open ones'),
    command('Contacts', 'Ann Lee', true),
  ];

  expect(rankCommands(commands, 'open').map(({ words }) => words)).toEqual([
    'Open settings',
    'Contacts, open ones',
    'Ann Lee',
    'Reopen',
  ]);
});

test('with nothing typed, all stay in their order', () => {
  const commands = [
    command('On this page', 'Reopen'),
    command('On this page', 'Close'),
    command('Everywhere', 'Inbox'),
  ];

  expect(rankCommands(commands, '')).toEqual(commands);
});
