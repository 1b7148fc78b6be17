import { presentPath, safeNext, signInPathFor } from './paths';

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

const acme = { id: '0193b2c0-0000-7000-8000-000000000000', slug: 'acme-world' };

test.each([
  ['acme', '/tenant/acme/contacts/1', '/tenant/acme-world/contacts/1'],
  ['acme', '/tenant/acme', '/tenant/acme-world'],
  ['acme-world', '/tenant/acme-world/inbox', null],
  [acme.id, `/tenant/${acme.id}/inbox`, null],
  [undefined, '/account', null],
])('a company opened as %s at %s goes on at %s', (named, pathname, path) => {
  expect(presentPath(named, acme, pathname)).toBe(path);
});
