import { splitLinks } from './links';

const linksIn = (text: string) => splitLinks(text).flatMap((part) => (part.kind === 'link' ? [part.url] : []));

test('no character of the text is lost', () => {
  const text = 'See https://a.example/x, and (http://b.example).\n\nBye <b>https://</b>';

  expect(
    splitLinks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test.each([
  ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
  ['Look: http://a.example.', 'http://a.example/'],
  ['(see https://a.example/b)', 'https://a.example/b'],
  ['https://a.example/b_(c)', 'https://a.example/b_(c)'],
  ['HTTPS://A.example/B!?', 'https://a.example/B'],
  ['“https://a.example/b”', 'https://a.example/b'],
  ['<https://a.example/b>', 'https://a.example/b'],
])('%j links to %s', (text, url) => {
  expect(linksIn(text)).toEqual([url]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  'a.example',
  'ftp://a.example',
  'javascript://a.example/%0aalert(1)',
])('%j is no link', (text) => {
  expect(linksIn(text)).toEqual([]);
});
