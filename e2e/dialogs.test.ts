import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { newPerson, open, type Person } from './kit/browser';
import { type Company, type NewContact, newCompany, newContact, say } from './kit/company';

interface DialogCase {
  /** Where it is written, under web/app. */
  file: string;
  path: (company: Company, contact: NewContact) => string;
  /** What opens it, and has the focus before. */
  openWith: (page: Page) => Promise<Locator>;
  /** Null where it has none: there is nothing to lose then. */
  field: { label: string; text: string } | null;
}

const press = async (button: Locator): Promise<Locator> => {
  await button.focus();
  await button.press('Enter');
  return button;
};

const dialogs: DialogCase[] = [
  {
    file: 'companies/delete-company.tsx',
    path: (company) => `${company.path}/settings/general`,
    openWith: (page) => press(page.getByRole('button', { name: 'Delete company…' })),
    field: { label: 'to delete it', text: 'Not its name' },
  },
  {
    file: 'operator/suspend-company.tsx',
    path: (company) => `/operator?q=${encodeURIComponent(company.name)}`,
    openWith: async (page) => {
      const button = await press(page.getByRole('button', { name: /^What can be done with/ }).first());
      await page.getByRole('menuitem', { name: /^Suspend/ }).press('Enter');
      return button;
    },
    field: { label: 'Why', text: 'Unpaid' },
  },
  {
    file: 'contact/form/edit-contact.tsx',
    path: (_, contact) => contact.path,
    openWith: (page) => press(page.getByRole('button', { name: 'Edit', exact: true })),
    field: { label: 'Position', text: 'Buyer' },
  },
  {
    file: 'contact/erasure/erase-contact.tsx',
    path: (_, contact) => contact.path,
    openWith: async (page) => {
      const button = await press(page.getByRole('button', { name: 'More', exact: true }));
      await page.getByRole('menuitem', { name: 'Erase for good…' }).press('Enter');
      return button;
    },
    field: { label: 'Type Ann Lee to erase them', text: 'Ann' },
  },
  {
    file: 'conversation/start-conversation.tsx',
    path: (_, contact) => contact.path,
    openWith: (page) => press(page.getByRole('button', { name: /^New\b/ })),
    field: { label: 'Subject', text: 'Invoice' },
  },
  {
    file: 'conversation/moment-dialog.tsx',
    path: (_, contact) => contact.path,
    openWith: async (page) => {
      const button = await press(page.getByRole('button', { name: 'Active' }));
      await page.getByRole('menuitem', { name: 'Date and time' }).press('Enter');
      return button;
    },
    field: { label: 'Until', text: '2030-01-01T10:00' },
  },
  {
    file: 'conversation/go-to-date/go-to-date.tsx',
    path: (_, contact) => contact.path,
    openWith: (page) => press(page.getByRole('button', { name: 'Go to date…' })),
    field: { label: 'Date', text: '2025-01-01' },
  },
  {
    file: 'conversation/work/rename-dialog.tsx',
    path: (_, contact) => contact.path,
    openWith: (page) => press(page.getByRole('heading', { level: 2 }).getByRole('button')),
    field: { label: 'Subject', text: 'Invoice' },
  },
  {
    file: 'conversation/saved-views/view-dialog.tsx',
    path: (company) => `${company.path}/inbox`,
    openWith: async (page) => {
      const button = await press(page.getByRole('button', { name: 'Filter' }));
      await page.getByRole('menuitem', { name: 'Save as a view' }).press('Enter');
      return button;
    },
    field: { label: 'Name', text: 'Waiting' },
  },
  {
    file: 'contact/views/view-dialog.tsx',
    path: (company) => `${company.path}/contacts?sort=name`,
    openWith: (page) => press(page.getByRole('button', { name: 'Save view' })),
    field: { label: 'Name', text: 'By name' },
  },
  {
    file: 'contact/merge/merge-dialog.tsx',
    path: (company) => `${company.path}/contacts`,
    openWith: async (page) => {
      await page.getByRole('main').locator('li a, td a, [role=row] a').first().focus();
      await page.keyboard.press('x');
      await page.keyboard.press('Shift+ArrowDown');
      return press(page.getByRole('toolbar', { name: 'Selected contacts' }).getByRole('button', { name: 'Merge' }));
    },
    field: null,
  },
  {
    file: 'actions/shortcuts-help.tsx',
    path: (company) => `${company.path}/contacts`,
    openWith: (page) => press(page.getByRole('button', { name: 'Keyboard shortcuts' })),
    field: null,
  },
  {
    file: 'command-menu/command-panel.tsx',
    path: (company) => `${company.path}/contacts`,
    openWith: (page) => press(page.getByRole('button', { name: /^Search and commands/ })),
    field: null,
  },
];

/** Stays until somebody has signed in again, whatever is pressed: see access.test.ts. */
const persistent = ['access/sign-in/session-over.tsx'];

/** A confirmation has no field: it asks about what was typed, or is to be done. */
const confirmations = [
  'access/keys/key-list.tsx',
  'access/members/member-row.tsx',
  'access/passkey/passkey-row.tsx',
  'access/sign-out-question.tsx',
  'access/single-sign-on/remove-single-sign-on.tsx',
  'archive/delete-sandbox.tsx',
  'archive/rewind/rewind-contacts.tsx',
  'contact/activity/activity-entry.tsx',
  'contact/bulk/selection-bar.tsx',
  'contact/import/run-part.tsx',
  'contact/import/undo-part.tsx',
  'conversation/labels/label-list.tsx',
  'custom-fields/deleted-fields.tsx',
  'routes/contact-new.tsx',
  'ui/dialog-panel.tsx',
];

interface Scene {
  company: Company;
  contact: NewContact;
  person: Person;
}

/** A thread of so many offers a way to a date. */
const offersDates = 51;

let made: Promise<Scene> | null = null;

/** Of all dialogs: nothing of one is left in the company, and each opens its page anew. A window for each would take longer than the tests. */
function scene(): Promise<Scene> {
  made ??= newCompany().then(async (company) => {
    const contact = await newContact(company);
    await newContact(company, { name: 'Zoe Zed', email: 'zoe@contact.example' });
    for (let number = 1; number <= offersDates; number += 1) await say(company, contact, `Line ${number}.`);
    return { company, contact, person: await newPerson() };
  });
  return made;
}

const webApp = resolve(__dirname, '../web/app');

test('the tests below know every dialog of the web client', () => {
  const files = readdirSync(webApp, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'),
  );
  const using = (tag: RegExp) => files.filter((file) => tag.test(readFileSync(join(webApp, file), 'utf8'))).sort();

  expect(using(/<Dialog\b/)).toEqual([...dialogs.map(({ file }) => file), ...persistent].sort());
  expect(using(/<ConfirmDialog\b/)).toEqual(confirmations);
});

const isFocused = (element: Locator) => element.evaluate((node) => node === document.activeElement);
const question = (page: Page) => page.getByRole('alertdialog', { name: 'Discard changes?' });

async function untilFocused(element: Locator): Promise<void> {
  const handle = await element.elementHandle();
  await element.page().waitForFunction((node) => node === document.activeElement, handle);
}

/** From then on the keyboard is the layer's; a key that is pressed in the frame of its appearing is the page's still. */
async function untilFocusIn(layer: Locator): Promise<void> {
  const handle = await layer.elementHandle();
  await layer.page().waitForFunction((node) => node?.contains(document.activeElement), handle);
}

describe.each(dialogs)('$file', ({ path, openWith, field }) => {
  test('closes by Escape, and the focus is where it was before', async () => {
    const { page, origin, dialog } = await opened();

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await untilFocused(origin);
    expect(await isFocused(origin)).toBe(true);
  });

  if (field === null) return;

  test.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['a click beside it', (page: Page) => page.mouse.click(5, 5)],
  ])('loses nothing typed by %s', async (_, leave) => {
    const { page, origin, dialog } = await opened();
    await dialog.getByLabel(field.label).fill(field.text);

    await leave(page);
    await question(page).waitFor();
    await untilFocusIn(question(page));
    await page.keyboard.press('Escape');
    await question(page).waitFor({ state: 'detached' });
    expect(await dialog.getByLabel(field.label).inputValue()).toBe(field.text);

    await untilFocused(dialog.getByLabel(field.label));
    await leave(page);
    await question(page).getByRole('button', { name: 'Discard' }).click();
    await dialog.waitFor({ state: 'detached' });

    await untilFocused(origin);
    expect(await isFocused(origin)).toBe(true);
  });

  async function opened() {
    const { company, contact, person } = await scene();
    await open(person, path(company, contact));
    const origin = await openWith(person.page);
    // While the question lies over it, the dialog is hidden from those who cannot see it.
    const dialog = person.page.locator('[role=dialog]');
    await dialog.waitFor();
    await untilFocusIn(dialog);
    return { page: person.page, origin, dialog };
  }
});

test('the question before leaving a new contact gives the focus back', async () => {
  const company = await newCompany();
  const person = await newPerson();
  const { page } = person;
  await open(person, `${company.path}/contacts/new`);
  await page.getByLabel('Name').first().fill('Ann');
  const cancel = await press(page.getByRole('link', { name: 'Cancel' }));

  await page.getByRole('alertdialog').waitFor();
  await untilFocusIn(page.getByRole('alertdialog'));
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });

  await untilFocused(cancel);
  expect(await page.getByLabel('Name').first().inputValue()).toBe('Ann');
});
