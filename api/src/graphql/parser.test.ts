import { maxTokens } from './limits';
import { newParser } from './parser';

test('the same text is parsed once, and another one by itself', () => {
  const parse = newParser();

  const document = parse('{ tenants { totalCount } }');

  expect(parse('{ tenants { totalCount } }')).toBe(document);
  expect(parse('{ viewer { id } }')).not.toBe(document);
});

test('what is refused once is refused again', () => {
  const parse = newParser();
  const tooLong = `{ ${'a '.repeat(maxTokens)} }`;

  for (const text of [tooLong, tooLong, '{ half', '{ half']) expect(() => parse(text)).toThrow('Syntax Error');
});
