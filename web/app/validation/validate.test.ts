import { validateField, validateInput } from './validate';

test('a required name is refused when it is blank', async () => {
  expect(await validateField('CreateContactInput', 'name', '   ')).toMatchObject({ code: 'REQUIRED' });
});

test('length is counted in code points, without the white space around', async () => {
  const twoHundred = ` ${'😀'.repeat(200)} `;

  expect(await validateField('CreateContactInput', 'name', twoHundred)).toBeNull();
  expect(await validateField('CreateContactInput', 'name', `${twoHundred}x`)).toEqual({
    code: 'TOO_LONG',
    message: 'Name can have at most 200 characters; this has 202.',
  });
});

test('an optional field may be left empty', async () => {
  expect(await validateField('CreateContactInput', 'email', '')).toBeNull();
  expect(await validateField('CreateContactInput', 'phone', null)).toBeNull();
});

test('an email address must be one', async () => {
  expect(await validateField('CreateContactInput', 'email', 'ann@example.com')).toBeNull();
  expect(await validateField('CreateContactInput', 'email', 'ann@example')).toMatchObject({ code: 'INVALID' });
});

test('a telephone number needs its country code and a possible length', async () => {
  expect(await validateField('CreateContactInput', 'phone', '+49 30 901820')).toBeNull();
  expect(await validateField('CreateContactInput', 'phone', '0049 30 901820')).toBeNull();
  expect(await validateField('CreateContactInput', 'phone', '030 901820')).toMatchObject({ code: 'INVALID' });
  expect(await validateField('CreateContactInput', 'phone', '+49 1')).toMatchObject({ code: 'INVALID' });
});

test.each(['a\0b', 'half \ud83d of a pair'])('text that cannot be stored is refused: %j', async (text) => {
  expect(await validateField('CreateContactInput', 'name', text)).toMatchObject({ code: 'INVALID' });
});

test('metadata is measured in bytes of its JSON', async () => {
  expect(await validateField('CreateContactInput', 'metadata', { note: 'ä'.repeat(8_000) })).toBeNull();
  expect(await validateField('CreateContactInput', 'metadata', { note: 'ä'.repeat(9_000) })).toMatchObject({
    code: 'TOO_LONG',
  });
});

test('a whole input answers the errors of all its fields at once', async () => {
  const errors = await validateInput('CreateContactInput', { name: '', email: 'nonsense', company: 'Acme' });

  expect(Object.keys(errors)).toEqual(['name', 'email']);
});
