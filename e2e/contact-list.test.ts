import type { Page } from 'playwright-core';
import { violationsInBothThemes } from './kit/accessibility';
import { newPerson, open, settled } from './kit/browser';
import { ask, newCompany, newContact } from './kit/company';

const none = { light: [], dark: [] };

const headsOf = (page: Page) => page.getByRole('columnheader').allTextContents();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function newCompanyOfThree() {
  const company = await newCompany();
  const names = ['Ann Able', 'Bob Baker', 'Cay Carr'];
  await ask(
    'mutation { createCustomField(input: { name: "Seats", kind: NUMBER }) { userErrors { message } } }',
    {},
    company.slug,
  );
  for (const name of names)
    await newContact(company, {
      name,
      email: `${name.slice(0, 3)}@contact.example`,
      fields: [{ key: 'seats', value: 12 }],
    });
  return company;
}

test('with the keyboard alone, columns are chosen and kept as a view; the first page has them before its script runs', async () => {
  const company = await newCompanyOfThree();
  const person = await newPerson({ width: 1280 });
  const { page } = person;
  await open(person, `${company.path}/contacts`);

  await button(page, 'Columns').press('Enter');
  await page.getByRole('checkbox', { name: 'Seats' }).press('Space');
  await page.getByRole('columnheader', { name: 'Seats' }).waitFor();
  await page.getByRole('checkbox', { name: 'Phone' }).press('Space');
  await page.getByRole('columnheader', { name: 'Phone' }).waitFor({ state: 'detached' });
  await button(page, 'Move Seats up').press('Enter');
  await page.getByText('Seats is number 6 of 7 now.').waitFor();
  expect(await violationsInBothThemes(person, '[role="dialog"]')).toEqual(none);
  await page.keyboard.press('Escape');
  expect(await violationsInBothThemes(person)).toEqual(none);

  await button(page, 'Save view').press('Enter');
  await page.getByRole('dialog').getByLabel(/^Name/).fill('Seats');
  expect(await violationsInBothThemes(person, '[role="dialog"]')).toEqual(none);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Seats' }).waitFor();
  await page.waitForURL(/view=/);
  const wanted = ['Name', 'Email', 'Source', 'Conversation', 'Last activity', 'Seats', 'Created'];
  expect(await headsOf(page)).toEqual(wanted);
  expect(await violationsInBothThemes(person)).toEqual(none);

  // What was chosen last, without a word in the address.
  const first = await person.context.request.get(`${company.path}/contacts`);
  const html = await first.text();
  const heads = [...html.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map(([, inner]) => inner?.replace(/<[^>]+>/g, ''));
  expect(heads).toEqual(wanted);
  person.requests.length = 0;
  await open(person, `${company.path}/contacts`);
  expect(await headsOf(page)).toEqual(wanted);
  expect(person.requests).toEqual([]);

  await page.getByRole('link', { name: 'Seats' }).press('Enter');
  await button(page, 'Seats: View').press('Enter');
  await page.getByRole('menuitem', { name: 'Delete view' }).press('Enter');
  await page.getByText('The view Seats is deleted.').first().waitFor();
  expect(person.complaints).toEqual([]);
}, 120_000);

test('with the keyboard alone, several are selected, labelled, deleted, and come back', async () => {
  const company = await newCompanyOfThree();
  await ask(
    'mutation { createLabel(input: { name: "VIP", colour: TEAL }) { userErrors { message } } }',
    {},
    company.slug,
  );
  const person = await newPerson({ width: 1280 });
  const { page } = person;
  await open(person, `${company.path}/contacts?sort=name`);
  const row = (name: string) => page.getByRole('link', { name, exact: true });

  await row('Ann Able').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: 'Selected contacts' });
  await bar.getByText('2 selected').waitFor();
  expect(await violationsInBothThemes(person)).toEqual(none);

  await page.keyboard.press('l');
  await page.getByRole('menuitemcheckbox', { name: 'VIP' }).press('Enter');
  await page.getByText('2 contacts labelled VIP.').first().waitFor();
  await page.getByText('Labels: VIP').nth(1).waitFor({ state: 'attached' });

  await row('Bob Baker').focus();
  await page.keyboard.press('Delete');
  await page.getByText('2 contacts deleted, with their conversations.').first().waitFor();
  await row('Ann Able').waitFor({ state: 'detached' });
  expect(await row('Cay Carr').count()).toBe(1);
  await page
    .getByText('2 contacts deleted')
    .locator('xpath=ancestor::li')
    .getByRole('button', { name: 'Undo' })
    .press('Enter');
  await page.getByText('Taken back for 2 contacts.').first().waitFor();
  await row('Ann Able').waitFor();
  await page.reload();
  await settled(page);
  expect(await page.getByText('Labels: VIP').count()).toBe(2);
  expect(person.complaints).toEqual([]);
}, 120_000);

test('many columns scroll sideways in their card, on a phone they are lines of one, and no page scrolls', async () => {
  const company = await newCompanyOfThree();
  const columns = 'name,email,phone,company,position,source,labels,conversationStatus,lastActivityAt,createdAt,seats';
  for (const width of [390, 1280]) {
    const person = await newPerson({ width });

    await open(person, `${company.path}/contacts?columns=${columns}`);

    const excess = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await person.page.evaluate(excess)).toBeLessThanOrEqual(0);
    expect(await violationsInBothThemes(person)).toEqual(none);
    expect(person.complaints).toEqual([]);
  }
}, 120_000);
