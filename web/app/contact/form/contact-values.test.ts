import {
  blankContact,
  type ContactValues,
  changesOf,
  checkContact,
  createInputOf,
  placeUserErrors,
} from './contact-values';
import { rowsOf } from './metadata-rows';

const ann: ContactValues = {
  ...blankContact,
  name: 'Ann Lee',
  email: 'ann@acme.test',
  metadata: rowsOf({ plan: 'gold' }),
};

test('a contact is created from what was filled in', () => {
  expect(createInputOf({ ...ann, name: ' Ann Lee ', phone: ' ' })).toEqual({
    name: 'Ann Lee',
    email: 'ann@acme.test',
    metadata: { plan: 'gold' },
  });
});

test('only what was changed is sent, and what was emptied is sent as null', () => {
  expect(changesOf(ann, { ...ann, email: '', phone: '+49 30 901820' })).toEqual({
    email: null,
    phone: '+49 30 901820',
  });
  expect(changesOf(ann, { ...ann, metadata: [] })).toEqual({ metadata: {} });
  expect(changesOf(ann, { ...ann, name: ' Ann Lee' })).toBeNull();
});

test('one way to reach the contact is needed, and either is enough', async () => {
  const nobody = { ...blankContact, name: 'Ann' };

  expect(await checkContact('CreateContactInput', nobody)).toEqual({
    email: 'An email address or a phone number is required.',
  });
  expect(await checkContact('CreateContactInput', { ...nobody, phone: '+49 30 901820' })).toEqual({});
});

test('the errors of all fields are told at once', async () => {
  const errors = await checkContact('UpdateContactInput', {
    ...blankContact,
    email: 'ann@',
    phone: '030',
    company: 'x'.repeat(201),
    metadata: [{ id: 0, key: '', value: 'gold' }],
  });

  expect(Object.keys(errors).sort()).toEqual(['company', 'email', 'metadata', 'name', 'phone']);
});

test('an error of the API stands at its field, or over the form where there is none', () => {
  expect(
    placeUserErrors([
      { field: ['metadata', 'plan'], message: 'Metadata holds what cannot be stored.' },
      { field: ['idempotencyKey'], message: 'The key was used before.' },
    ]),
  ).toEqual({
    errors: { metadata: 'Metadata holds what cannot be stored.' },
    fieldErrors: {},
    formError: 'The key was used before.',
  });
});
