import { guessTargets } from './columns';
import { rememberedOf } from './remembered';

const tier = { key: 'tier', name: 'Contract, tier' };

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

  expect(guessTargets(headers, {}, [])).toEqual([
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
  expect(guessTargets(['Street', ' ', 'Email', 'Mail'], {}, [])).toEqual(['key', 'none', 'email', 'key']);
});

test('an export of Atrium’s own comes back as it was', () => {
  const headers =
    'id,name,email,phone,company,position,source,createdAt,updatedAt,lastActivityAt,externalId,metadata'.split(',');

  expect(guessTargets(headers, {}, [])).toEqual(
    'none,name,email,phone,company,position,source,none,none,none,externalId,metadata'.split(','),
  );
});

test('the reasons in a file of refused rows are no column of the contact', () => {
  expect(guessTargets(['name', 'error'], {}, [])).toEqual(['name', 'none']);
});

test('what was chosen before is chosen again, by the newest import', () => {
  const remembered = rememberedOf(
    [
      { settings: { columns: { Street: 'source', Plan: 'field:tier' }, countryCode: '+49' } },
      { settings: { columns: { Street: 'none', Name: 'company', Odd: 'toString', Gone: 'field:gone' } } },
      { settings: {} },
    ],
    [tier],
  );

  expect(remembered).toEqual({
    columns: { Street: 'source', Name: 'company', Plan: 'field:tier' },
    countryCode: '+49',
  });
  expect(guessTargets(['Name', 'Street', 'Plan'], remembered.columns, [tier])).toEqual([
    'company',
    'source',
    'field:tier',
  ]);
});

test('a field of the company’s is known by its name or key in any case, behind the names that every contact has', () => {
  const companyFields = [tier, { key: 'title', name: 'Title' }, { key: 'email_2', name: 'Email' }];

  expect(guessTargets(['CONTRACT, tier', 'title', 'Email', 'email'], {}, companyFields)).toEqual([
    'field:tier',
    'field:title',
    'email',
    'field:email_2',
  ]);
  expect(guessTargets(['Tier', 'tier'], {}, companyFields)).toEqual(['field:tier', 'key']);
});

test('an export of Atrium’s own has the company’s fields between its columns, whatever they are called', () => {
  const headers = "id,name,email,createdAt,updatedAt,lastActivityAt,externalId,'=Tier,Source,ID,metadata,metadata";
  const companyFields = [
    { key: 'tier', name: '=Tier' },
    { key: 'source_2', name: 'Source' },
    { key: 'id_2', name: 'ID' },
    { key: 'metadata_2', name: 'metadata' },
  ];

  expect(guessTargets(headers.split(','), {}, companyFields)).toEqual(
    'none,name,email,none,none,none,externalId,field:tier,field:source_2,field:id_2,field:metadata_2,metadata'.split(
      ',',
    ),
  );
});
