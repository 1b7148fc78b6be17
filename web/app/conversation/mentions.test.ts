import { mentionedIn, splitMentions } from './mentions';

const ben = { id: 'ben', name: 'Ben' };
const baker = { id: 'baker', name: 'Ben Baker' };
const odd = { id: 'odd', name: 'A. (x|y)' };
const members = [ben, baker, odd];

test.each([
  ['Ask @Ben Baker, please', ['baker']],
  ['@Ben and @Ben Baker', ['ben', 'baker']],
  ['@Benjamin', []],
  ['mail ben@acme', []],
  ['for @A. (x|y)', ['odd']],
])('%j mentions %j', (text, ids) => {
  expect(mentionedIn(text, members)).toEqual(ids);
});

test('a text falls into parts, and together they are the text', () => {
  const parts = splitMentions('Ask @Ben Baker or @Zoe.', [baker]);

  expect(parts).toEqual([
    { text: 'Ask ', mention: null },
    { text: '@Ben Baker', mention: baker },
    { text: ' or @Zoe.', mention: null },
  ]);
  expect(splitMentions('Nobody', [])).toEqual([{ text: 'Nobody', mention: null }]);
});
