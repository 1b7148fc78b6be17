import { safeNext, signInPathFor } from './paths';

test('the way to sign in remembers where one was going', () => {
  expect(signInPathFor(new URL('http://page.test/tenant/acme/contacts?q=ann'))).toBe(
    '/sign-in?next=%2Ftenant%2Facme%2Fcontacts%3Fq%3Dann',
  );
  expect(signInPathFor(new URL('http://page.test/'))).toBe('/sign-in');
});

test.each([
  ['/tenant/acme?x=1', '/tenant/acme?x=1'],
  [null, '/'],
  ['', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['tenant/acme', '/'],
])('%j leads on to %j', (next, path) => {
  expect(safeNext(next)).toBe(path);
});
