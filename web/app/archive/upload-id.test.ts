import { forgetUpload, uploadIdOf } from './upload-id';

const newFile = (name: string) => new File(['archive'], name, { lastModified: 1_700_000_000_000 });

beforeEach(() => sessionStorage.clear());

test('the same file goes on under the same UUID, until it is brought in', () => {
  const id = uploadIdOf('acme', newFile('acme.atrium.zst'));

  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(uploadIdOf('acme', newFile('acme.atrium.zst'))).toBe(id);
  forgetUpload('acme');
  expect(uploadIdOf('acme', newFile('acme.atrium.zst'))).not.toBe(id);
});

test('another file, or another company, has a UUID of its own', () => {
  const id = uploadIdOf('acme', newFile('acme.atrium.zst'));

  expect(uploadIdOf('globex', newFile('acme.atrium.zst'))).not.toBe(id);
  expect(uploadIdOf('acme', newFile('other.atrium.zst'))).not.toBe(id);
});
