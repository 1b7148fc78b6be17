import type { Page } from 'playwright-core';
import { violationsInBothThemes } from './kit/accessibility';
import { newPerson, open, settled } from './kit/browser';
import { ask, newCompany, newContact, say } from './kit/company';
import { until } from './kit/until';

/** With the keyboard alone: from where the focus is, by Tab. */
async function tabTo(page: Page, role: 'button' | 'textbox', name: string): Promise<void> {
  const wanted = await page.getByRole(role, { name, exact: true }).elementHandle();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((node) => node === document.activeElement, wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`expected to come to ${name} by Tab`);
}

test('with the keyboard alone, a contact is labelled, noted about, looked into, and erased with a receipt', async () => {
  const company = await newCompany();
  const contact = await newContact(company, { name: 'Ann Lee', email: 'ann@contact.example' });
  await say(company, contact, 'Hello?');
  await ask(
    'mutation { createLabel(input: { name: "VIP", colour: TEAL }) { userErrors { message } } }',
    {},
    company.slug,
  );
  await ask(
    'mutation ($id: ID!) { updateContact(input: { id: $id, company: "Acme" }) { userErrors { message } } }',
    { id: contact.id },
    company.slug,
  );
  const person = await newPerson();
  const { page } = person;
  await open(person, contact.path);

  await tabTo(page, 'button', 'Add label');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'VIP' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'VIP Change labels' }).waitFor();
  await page.getByRole('menu').waitFor({ state: 'detached' });

  await tabTo(page, 'button', 'Activity');
  await page.keyboard.press('Enter');
  const activity = page.getByRole('list', { name: 'Activity' });
  await activity.getByText('Conversation started').waitFor();
  await activity.getByText('Acme').waitFor();
  await tabTo(page, 'textbox', 'Note');
  await page.keyboard.type('Likes tea');
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: 'Activity' }).press('Enter');
  await page.getByRole('textbox', { name: 'Note', exact: true }).focus();
  await until(() => page.getByRole('textbox', { name: 'Note', exact: true }).inputValue(), 'Likes tea');
  await page.keyboard.press('Control+Enter');
  await activity.getByText('Likes tea').waitFor();
  expect(await violationsInBothThemes(person)).toEqual({ light: [], dark: [] });

  await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Erase for good…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Erase Ann Lee for good?' });
  await dialog.waitFor();
  expect(await violationsInBothThemes(person, '[role=dialog]')).toEqual({ light: [], dark: [] });
  await dialog.getByRole('textbox').focus();
  await page.keyboard.type('Ann');
  await page.keyboard.press('Enter');
  await dialog.getByText('Type the name exactly').waitFor();
  await page.keyboard.type(' Lee');
  await page.keyboard.press('Enter');
  const receipt = page.getByRole('dialog', { name: 'Ann Lee is erased' });
  await receipt.getByText('1 message', { exact: true }).waitFor();
  expect(await violationsInBothThemes(person, '[role=dialog]')).toEqual({ light: [], dark: [] });
  await receipt.getByRole('button', { name: 'Done' }).press('Enter');
  await page.waitForURL(/\/contacts$/);

  await open(person, `${company.path}/settings/data`);
  await page.getByText(contact.id).waitFor();
  expect(await violationsInBothThemes(person)).toEqual({ light: [], dark: [] });
}, 90_000);
