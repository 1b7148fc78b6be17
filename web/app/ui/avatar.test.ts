import { initialsOf } from './avatar';

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada maria von lovelace', 'AL'],
  ['Müller', 'M'],
  ['𝒜da 株式会社', '𝒜株'],
  ['***', '?'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
