import { formatBytes, formatPlural } from './number-format';

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1536, '1.5 KB'],
  [434_176, '424 KB'],
  [5 * 1024 ** 3, '5 GB'],
])('%i bytes are %j', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('one is singular, all else plural', () => {
  expect([0, 1, 1200].map((value) => formatPlural(value, 'message'))).toEqual([
    '0 messages',
    '1 message',
    '1,200 messages',
  ]);
});
