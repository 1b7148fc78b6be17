import { nthSlug, slugFrom } from './slug';

test.each([
  ['Acme Inc.', 'acme-inc'],
  ['  Café Zoë & Söhne  ', 'cafe-zoe-sohne'],
  ['株式会社', 'zhu-shi-hui-she'],
  ['../../etc/passwd', 'etc-passwd'],
  ["Robert'); DROP TABLE tenants;--", 'robert-drop-table-tenants'],
  ['🙂', 'company'],
  ['---', 'company'],
])('%j asks for the slug %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

test('a slug has at most 50 characters, numbered or not', () => {
  const slug = slugFrom('a'.repeat(200));

  expect(slug).toHaveLength(50);
  expect(nthSlug(slug, 12)).toBe(`${'a'.repeat(47)}-12`);
});

test('a slug never looks like an id', () => {
  expect(slugFrom('01930c9e-7c1a-7000-8000-000000000001')).not.toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  );
});

test('a slug never stands in the way of an address of the deployment', () => {
  expect(slugFrom('GraphQL')).toBe('graphql-company');
});
