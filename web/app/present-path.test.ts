import { presentPath } from './present-path';

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
