/** What a column can be. */
export const fields = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email',
  phone: 'Phone',
  company: 'Company',
  position: 'Position',
  source: 'Source',
  externalId: 'External ID',
  metadata: 'Further keys, as JSON',
} as const;

export type Field = keyof typeof fields;

/** A field; one of the company's, by its key; a key of the contact's own, named like the column; or nothing. */
export type Target = Field | `field:${string}` | 'key' | 'none';

/** A field of the company's. */
export interface NamedField {
  key: string;
  name: string;
}

export const targetOf = ({ key }: Pick<NamedField, 'key'>): Target => `field:${key}`;

/** Null for what is no field of the company's. */
export const fieldKeyOf = (target: Target): string | null =>
  target.startsWith('field:') ? target.slice('field:'.length) : null;

/** What an export puts in front of a cell that a spreadsheet would take for a formula, and of one that begins so by itself. */
const guarded = /^'(?=['=+\-@\t\r\n＝＋－＠])/;

/** What a cell says, of a row or of the head. */
export const textOf = (cell: string | undefined): string => (cell ?? '').replace(guarded, '').trim();

/** As spreadsheets of other programs call them, in English and German; without case, blanks and punctuation. */
const names: Record<Field, readonly string[]> = {
  name: [
    'name',
    'fullname',
    'contact',
    'contactname',
    'displayname',
    'kontakt',
    'kontaktname',
    'vollername',
    'ansprechpartner',
  ],
  firstName: ['firstname', 'givenname', 'forename', 'vorname'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname', 'familienname'],
  email: [
    'email',
    'emailaddress',
    'mail',
    'emailadresse',
    'mailadresse',
    'primaryemail',
    'workemail',
    'email1',
    'email1value',
  ],
  phone: [
    'phone',
    'phonenumber',
    'telephone',
    'tel',
    'mobile',
    'mobilephone',
    'cell',
    'telefon',
    'telefonnummer',
    'rufnummer',
    'mobil',
    'handy',
    'phone1value',
  ],
  company: [
    'company',
    'companyname',
    'organisation',
    'organization',
    'organizationname',
    'account',
    'accountname',
    'employer',
    'firma',
    'unternehmen',
    'firmenname',
  ],
  position: ['position', 'title', 'jobtitle', 'role', 'funktion', 'rolle', 'berufsbezeichnung'],
  source: ['source', 'leadsource', 'origin', 'quelle', 'herkunft'],
  externalId: ['externalid', 'customerid', 'customernumber', 'contactid', 'kundennummer', 'kundennr'],
  metadata: ['metadata'],
};

/** Of Atrium’s own export: what it says of itself. */
const ownNames = ['id', 'createdAt', 'updatedAt', 'lastActivityAt'];
/** Of its file of refused rows. */
const errorName = 'error';

const fold = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Each column by what was chosen for one of its name before, else by its name; a field is taken once. */
export function guessTargets(
  headers: readonly string[],
  remembered: Readonly<Record<string, Target>>,
  companyFields: readonly NamedField[],
): Target[] {
  const taken = new Set<Target>();
  const isExport = ownNames.every((name) => headers.includes(name));
  return headers.map((header, index) => {
    const known = Object.hasOwn(remembered, header) ? remembered[header] : undefined;
    const guesses = isExport
      ? [...exported(headers, index), ...companyTargets(header, companyFields)]
      : [...fieldsNamed(header), ...companyTargets(header, companyFields), ...fieldsAlsoNamed(header)];
    const isError = header === errorName && index === headers.length - 1;
    const other = header.trim() === '' || isError ? 'none' : 'key';
    const target = [...(known ? [known] : []), ...guesses, other as Target].find((guess) => !taken.has(guess)) ?? other;
    if (target !== 'key' && target !== 'none') taken.add(target);
    return target;
  });
}

/** Its own columns stand before those of the company's fields, which may be called alike, and `metadata` behind them. */
function exported(headers: readonly string[], index: number): Target[] {
  const header = headers[index] ?? '';
  const place = header === 'metadata' ? headers.lastIndexOf(header) : headers.indexOf(header);
  if (place !== index) return [];
  if (ownNames.includes(header)) return ['none'];
  return header in fields ? [header as Field] : [];
}

const fieldsNamed = (header: string): Target[] =>
  (Object.keys(fields) as Field[]).filter((field) => field.toLowerCase() === fold(header));

const fieldsAlsoNamed = (header: string): Target[] =>
  (Object.keys(names) as Field[]).filter((field) => names[field].includes(fold(header)));

/** By name before key. */
function companyTargets(header: string, companyFields: readonly NamedField[]): Target[] {
  const text = textOf(header).toLowerCase();
  return (['name', 'key'] as const).flatMap((by) =>
    companyFields.filter((field) => field[by].toLowerCase() === text).map(targetOf),
  );
}
