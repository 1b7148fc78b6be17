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

/** A field; a key of the contact's own, named like the column; or nothing. */
export type Target = Field | 'key' | 'none';

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
const ownNames = ['id', 'createdat', 'updatedat', 'lastactivityat'];
/** Of its file of refused rows. */
const errorName = 'error';

const fold = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Each column by what was chosen for one of its name before, else by its name; a field is taken once. */
export function guessTargets(headers: readonly string[], remembered: Readonly<Record<string, Target>>): Target[] {
  const taken = new Set<Target>();
  const isOwn = ownNames.every((name) => headers.some((header) => fold(header) === name));
  const isError = (header: string, index: number) => header === errorName && index === headers.length - 1;
  return headers.map((header, index) => {
    const folded = fold(header);
    const known = Object.hasOwn(remembered, header) ? remembered[header] : undefined;
    const named = (Object.keys(names) as Field[]).find((field) => names[field].includes(folded));
    const other =
      header.trim() === '' || (isOwn && ownNames.includes(folded)) || isError(header, index) ? 'none' : 'key';
    const target = known ?? named ?? other;
    if (!(target in fields)) return target;
    if (taken.has(target)) return 'key';
    taken.add(target);
    return target;
  });
}
