import type { Page } from 'playwright-core';
import { violationsInBothThemes } from './kit/accessibility';
import { newPerson, open, settled } from './kit/browser';
import { ask, newCompany, newContact } from './kit/company';

/** By the keyboard alone: the field that has this label, then what is typed into it. */
const type = async (page: Page, label: RegExp, text: string) => {
  await page.getByLabel(label).focus();
  await page.keyboard.type(text);
};

/** Of the list that is open, whose first option is highlighted: a step at a time, each seen before the next. */
const choose = async (page: Page, option: string) => {
  const names = await page.getByRole('option').allTextContents();
  for (const name of names.slice(0, names.indexOf(option) + 1)) {
    await page.locator('[role="option"][data-highlighted]').getByText(name, { exact: true }).waitFor();
    await page.keyboard.press(name === option ? 'Enter' : 'ArrowDown');
  }
};

test('with the keyboard alone, a field is defined and moved, a contact gets a value, and the list is filtered by it', async () => {
  const company = await newCompany();
  await ask(
    'mutation { createCustomField(input: { name: "Seats", kind: NUMBER }) { userErrors { message } } }',
    {},
    company.slug,
  );
  const ann = await newContact(company, { name: 'Ann Able', email: 'ann@contact.example' });
  await newContact(company, { name: 'Bob Baker', email: 'bob@contact.example' });
  const person = await newPerson();
  const { page } = person;

  await open(person, `${company.path}/settings/custom-fields`);
  await type(page, /^Name/, 'Contract tier');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'One of several' }).waitFor();
  await choose(page, 'One of several');
  await type(page, /^Options/, 'Gold\nSilver');
  await page.getByRole('button', { name: 'Make field' }).press('Enter');
  await page.getByRole('button', { name: 'Move Contract tier up' }).press('Enter');
  await page.getByText('Contract tier is number 1 of 2 now.').waitFor();
  expect(await violationsInBothThemes(person)).toEqual({ light: [], dark: [] });

  await open(person, ann.path);
  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter');
  await page.getByRole('dialog').getByLabel('Contract tier').press('Enter');
  await page.getByRole('option', { name: 'Gold' }).waitFor();
  await choose(page, 'Gold');
  await type(page, /^Seats/, '12');
  expect(await violationsInBothThemes(person, '[role="dialog"]')).toEqual({ light: [], dark: [] });
  await page.keyboard.press('Enter');
  await page.getByText('The changes are saved.', { exact: true }).waitFor();
  await page.getByRole('complementary').getByText('Gold', { exact: true }).waitFor();

  await open(person, `${company.path}/contacts`);
  await page.getByRole('button', { name: 'Fields', exact: true }).press('Enter');
  await page.getByRole('checkbox', { name: 'Gold' }).press('Space');
  await page.waitForURL(/field\.contract_tier=Gold/);
  expect(await violationsInBothThemes(person)).toEqual({ light: [], dark: [] });
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Bob Baker' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('link', { name: 'Ann Able' }).count()).toBe(1);
  await page.reload();
  await settled(page);
  expect(await page.getByRole('link', { name: 'Bob Baker' }).count()).toBe(0);
  expect(person.complaints).toEqual([]);
}, 120_000);
