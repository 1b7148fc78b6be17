import { replaceToken, tokenBefore } from './token';

const found = (text: string) => tokenBefore(text, text.length, ['@', '/']);

test.each([
  ['@', '@', ''],
  ['Ask @be', '@', 'be'],
  ['Ask (@Zoë M', '@', 'Zoë M'],
  ['/', '/', ''],
  ['Hello\n/open', '/', 'open'],
])('%j asks for a list by %j, of %j', (text, kind, words) => {
  expect(found(text)).toMatchObject({ kind, words });
});

test.each(['ben@acme', 'and/or', 'https://acme', '@Ben Baker will', '/opening hours', 'plain'])(
  '%j asks for none',
  (text) => {
    expect(found(text)).toBeNull();
  },
);

test('what is chosen stands in the place of what was typed, and the cursor behind it', () => {
  const text = 'Ask @be today';
  const token = tokenBefore(text, 7, ['@']);
  if (!token) throw new Error('expected a token');

  expect(replaceToken(text, token, '@Ben Baker')).toEqual({ text: 'Ask @Ben Baker today', cursor: 14 });
});
