import { guessTargets } from './columns';
import { rememberedOf } from './remembered';

test('columns are known by their names, in English and German, however they are written', () => {
  const headers = [
    'Vor-Name',
    'Last Name',
    'E-Mail-Adresse',
    'Telefon',
    'FIRMA',
    'Job title',
    'Lead source',
    'Kunden-Nr.',
  ];

  expect(guessTargets(headers, {})).toEqual([
    'firstName',
    'lastName',
    'email',
    'phone',
    'company',
    'position',
    'source',
    'externalId',
  ]);
});

test('what is not known is kept under its name, and what has none is left out', () => {
  expect(guessTargets(['Street', ' ', 'Email', 'Mail'], {})).toEqual(['key', 'none', 'email', 'key']);
});

test('an export of Atrium’s own comes back as it was', () => {
  const headers =
    'id,name,email,phone,company,position,source,createdAt,updatedAt,lastActivityAt,externalId,metadata'.split(',');

  expect(guessTargets(headers, {})).toEqual(
    'none,name,email,phone,company,position,source,none,none,none,externalId,metadata'.split(','),
  );
});

test('the reasons in a file of refused rows are no column of the contact', () => {
  expect(guessTargets(['name', 'error'], {})).toEqual(['name', 'none']);
});

test('what was chosen before is chosen again, by the newest import', () => {
  const remembered = rememberedOf([
    { settings: { columns: { Street: 'source' }, countryCode: '+49' } },
    { settings: { columns: { Street: 'none', Name: 'company', Odd: 'toString' } } },
    { settings: {} },
  ]);

  expect(remembered).toEqual({ columns: { Street: 'source', Name: 'company' }, countryCode: '+49' });
  expect(guessTargets(['Name', 'Street'], remembered.columns)).toEqual(['company', 'source']);
});
