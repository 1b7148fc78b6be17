import { violationsInBothThemes } from './kit/accessibility';
import { newPerson, open } from './kit/browser';
import { ask, newCompany, newContact } from './kit/company';
import { until } from './kit/until';

test('with the keyboard alone, two that look alike are compared, merged, found under both ids, and parted', async () => {
  const company = await newCompany();
  const ann = await newContact(company, { name: 'Ann Able', email: 'ann@contact.example', company: 'Able' });
  const anne = await newContact(company, { name: 'Anne Able', email: 'ANN@contact.example', company: 'Able Ltd' });
  const person = await newPerson();
  const { page } = person;
  const pairs = async () => (await ask('{ duplicates { totalCount } }', {}, company.slug)).duplicates.totalCount;
  await until(pairs, 1, 60_000);

  await open(person, `${company.path}/contacts/duplicates`);
  expect(await violationsInBothThemes(person)).toEqual({ light: [], dark: [] });
  await page.getByRole('button', { name: 'Merge Ann Able and Anne Able' }).press('Enter');
  await page.getByRole('group', { name: 'Company' }).getByRole('radio', { name: 'Able Ltd' }).press('Space');
  expect(await violationsInBothThemes(person, '[role="dialog"]')).toEqual({ light: [], dark: [] });
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).press('Enter');
  await page.getByText('Anne Able was merged into Ann Able.', { exact: true }).waitFor();
  await page.getByText('No two contacts look alike').waitFor();

  await open(person, anne.path);
  await page.waitForURL((url) => url.pathname === new URL(ann.path, url).pathname);
  await page.getByRole('complementary').getByText('Able Ltd', { exact: true }).waitFor();
  expect(await violationsInBothThemes(person)).toEqual({ light: [], dark: [] });
  await page.getByRole('button', { name: 'Undo the merge of Anne Able' }).press('Enter');
  await page.getByText('Ann Able and Anne Able are two contacts again.', { exact: true }).waitFor();
  await open(person, anne.path);
  await page.getByRole('heading', { name: 'Anne Able' }).waitFor();
  expect(person.complaints).toEqual([]);
}, 120_000);
