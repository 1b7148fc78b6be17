import { violationsInBothThemes } from './kit/accessibility';
import { newPerson, open } from './kit/browser';
import { newColleague } from './kit/colleague';
import { newCompany } from './kit/company';

test('with the keyboard alone, an operator finds a company, suspends it, opens it again, deletes and restores it', async () => {
  const company = await newCompany();
  const operator = await newPerson();
  const member = await newPerson({ token: await newColleague(company.slug) });
  const { page } = operator;

  await open(operator, '/operator');
  expect(await violationsInBothThemes(operator)).toEqual({ light: [], dark: [] });
  await page.getByRole('searchbox', { name: 'Search companies' }).fill(company.slug);
  const row = page.getByRole('row').filter({ hasText: company.slug });
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
  await row.getByText('In use').waitFor();
  const menu = page.getByRole('button', { name: `What can be done with ${company.name}` });

  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Suspend…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('The invoice of March is open.');
  expect(await violationsInBothThemes(operator, '[role="dialog"]')).toEqual({ light: [], dark: [] });
  await dialog.getByRole('button', { name: 'Suspend company' }).press('Enter');
  await row.getByText('Suspended').waitFor();

  await member.page.goto(company.path);
  await member.page.getByRole('heading', { name: 'This company is suspended' }).waitFor();
  await member.page.getByText('The invoice of March is open.').waitFor();

  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Open again' }).press('Enter');
  await row.getByText('In use').waitFor();

  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter');
  await dialog.getByRole('textbox', { name: `Type ${company.name} to delete it` }).fill(company.name);
  expect(await violationsInBothThemes(operator, '[role="dialog"]')).toEqual({ light: [], dark: [] });
  await dialog.getByRole('button', { name: 'Delete company' }).press('Enter');
  await row.getByText('Being deleted').waitFor();

  await row.getByRole('link', { name: company.name }).press('Enter');
  await page.getByRole('heading', { name: company.name }).waitFor();
  await page.getByText('Removed on').waitFor();
  expect(await violationsInBothThemes(operator)).toEqual({ light: [], dark: [] });
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Restore' }).press('Enter');
  await page.getByText('In use').waitFor();
  expect(operator.complaints).toEqual([]);
}, 120_000);

test('whoever is no operator finds nothing at the operator’s page, and no way to it', async () => {
  const company = await newCompany();
  const member = await newPerson({ token: await newColleague(company.slug) });

  await open(member, '/operator');
  await member.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await open(member, company.path);
  await member.page.getByRole('button', { name: /Signed in as/ }).press('Enter');
  await member.page.getByRole('menuitem', { name: 'Account' }).waitFor();

  expect(await member.page.getByRole('menuitem', { name: 'Operator' }).count()).toBe(0);
});

test('an owner renames the company, whose old links lead on, deletes it, and takes that back', async () => {
  const company = await newCompany();
  const owner = await newPerson();
  const { page } = owner;
  const slug = `${company.slug}-renamed`;

  await open(owner, `${company.path}/settings/general`);
  await page.getByRole('textbox', { name: 'Address' }).fill(slug);
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.waitForURL(`**/tenant/${slug}/settings/general`);
  await open(owner, `${company.path}/contacts?q=ann`);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/tenant/${slug}/contacts?q=ann`);

  await open(owner, `/tenant/${slug}/settings/general`);
  expect(await violationsInBothThemes(owner)).toEqual({ light: [], dark: [] });
  await page.getByRole('button', { name: 'Delete company…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('For 30 days, an owner can restore it').waitFor();
  await dialog.getByRole('textbox').fill(company.name);
  await dialog.getByRole('button', { name: 'Delete company' }).press('Enter');
  const restore = page.getByRole('button', { name: `Restore ${company.name}` });
  await restore.waitFor();
  expect(await violationsInBothThemes(owner)).toEqual({ light: [], dark: [] });
  await page.goto(`/tenant/${slug}`);
  await page.getByRole('heading', { name: 'This company is being deleted' }).waitFor();

  await open(owner, '/?tab=choose');
  await restore.press('Enter');
  await page.getByText(`${company.name} is restored.`, { exact: true }).waitFor();
  await open(owner, `/tenant/${slug}/settings/general`);
  await page.getByRole('heading', { name: 'Name and address' }).waitFor();
}, 120_000);
