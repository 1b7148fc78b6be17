import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { newPerson, open, settled } from './kit/browser';
import { newCompany, newContact } from './kit/company';
import { openSession, password, signUp } from './kit/session';
import { sharedSystem } from './kit/shared-system';
import { type Running, startSystem } from './kit/system';

const newEmail = () => `${randomUUID().slice(0, 8)}@people.example`;

async function fillIn(page: Page, fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) await page.getByRole('textbox', { name: label }).fill(text);
}

async function signIn(page: Page, email: string) {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
}

test('a company signs up and invites a colleague, whose role is felt at once', async () => {
  const [ann, ben] = [await newPerson({ token: null }), await newPerson({ token: null })];
  const [annsEmail, bensEmail, name] = [newEmail(), newEmail(), `Able ${randomUUID().slice(0, 8)}`];

  await open(ann, '/');
  await ann.page.getByRole('link', { name: 'Create an account' }).click();
  await fillIn(ann.page, { 'Your name': 'Ann Able', Email: annsEmail, 'Company name': name });
  await ann.page.getByLabel('Password').fill(password);
  await ann.page.getByRole('button', { name: 'Create account' }).click();
  await ann.page.getByRole('heading', { level: 1, name }).waitFor();

  await open(ann, `${new URL(ann.page.url()).pathname}/settings/members`);
  await ann.page.getByRole('textbox', { name: 'Email' }).fill(bensEmail);
  await ann.page.getByRole('button', { name: 'Invite' }).click();
  const link = (await ann.page.getByText('/invitation#').textContent()) ?? '';

  await ben.page.goto(link);
  await ben.page.getByRole('link', { name: 'Create an account' }).click();
  await fillIn(ben.page, { 'Your name': 'Ben Baker', Email: bensEmail });
  await ben.page.getByLabel('Password').fill(password);
  await ben.page.getByRole('button', { name: 'Create account' }).click();
  await ben.page.getByRole('button', { name: 'Join the company' }).click();
  await ben.page.waitForURL(/\/inbox$/);
  await open(ben, new URL(ben.page.url()).pathname.replace(/\/inbox$/, ''));
  await ben.page.getByRole('heading', { level: 1, name }).waitFor();
  await ben.page.getByRole('link', { name: 'New contact' }).waitFor();

  await ann.page.reload();
  await ann.page.getByRole('combobox', { name: 'Role of Ben Baker' }).click();
  await ann.page.getByRole('option', { name: 'Viewer' }).click();
  await ann.page.getByRole('combobox', { name: 'Role of Ben Baker' }).getByText('Viewer').waitFor();

  // The page that was open is refused, and from then on offers what a viewer may do.
  await ben.page.getByRole('link', { name: 'New contact' }).click();
  await fillIn(ben.page, { Name: 'Cay', Email: 'cay@contact.example' });
  await ben.page.getByRole('button', { name: 'Save', exact: true }).click();
  await ben.page.getByRole('alert').waitFor();
  await ben.page.getByRole('link', { name: 'Dashboard' }).first().click();
  await ben.page.getByRole('button', { name: 'Discard' }).click();
  await ben.page.getByRole('heading', { level: 1, name }).waitFor();
  expect(await ben.page.getByRole('link', { name: 'New contact' }).count()).toBe(0);
  expect(ann.complaints).toEqual([]);
  // Chromium reports the refused change.
  expect(ben.complaints.filter((text) => !text.includes('status of 403'))).toEqual([]);
});

test('after signing out, neither Back nor the address shows anything of before', async () => {
  const { webUrl } = sharedSystem();
  const account = await signUp(webUrl, { name: 'Ann', email: newEmail(), password, companyName: 'Gone & Sons' });
  const person = await newPerson({ token: account?.token ?? null });
  const { page } = person;
  const path = `/tenant/${account?.tenant?.slug}`;
  await open(person, path);
  await page.evaluate(() => sessionStorage.setItem('draft:1', 'half a sentence'));
  await page.getByRole('link', { name: 'Contacts' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();

  await signOut(page);
  await page.goBack();

  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(await page.content()).not.toContain('Gone &amp; Sons');
  expect(await page.evaluate(() => sessionStorage.getItem('draft:1'))).toBeNull();
  await page.goto(path);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
});

test('whoever was on the way to a page gets there by signing in', async () => {
  const { webUrl } = sharedSystem();
  const email = newEmail();
  const account = await signUp(webUrl, { name: 'Ann', email, password, companyName: 'Onward' });
  const person = await newPerson({ token: null });
  await open(person, `/tenant/${account?.tenant?.slug}/contacts?q=ann`);

  await signIn(person.page, email);

  await person.page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
  expect(new URL(person.page.url()).search).toBe('?q=ann');
});

test('a session that ends while a page is open is opened again there, and what was typed is kept', async () => {
  const { webUrl, signIn: demo } = sharedSystem();
  const contact = await newContact(await newCompany());
  const token = await openSession(webUrl, demo);
  const person = await newPerson({ token });
  const { page } = person;
  await open(person, contact.path);
  const composer = page.getByRole('textbox', { name: 'Message to Ann Lee' });
  await composer.fill('Half a sentence');

  await fetch(`${webUrl}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: 'mutation { signOut { userErrors { message } } }' }),
  });
  await composer.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByLabel('Password').fill(demo.password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('region', { name: 'Messages' }).getByText('Half a sentence').waitFor();
});

test('signing out asks before it loses what was not sent yet', async () => {
  const { webUrl, signIn: demo } = sharedSystem();
  const contact = await newContact(await newCompany());
  const person = await newPerson({ token: await openSession(webUrl, demo) });
  const { page } = person;
  await open(person, contact.path);
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('sendMessage') ? route.abort() : route.fallback(),
  );
  await page.getByRole('textbox', { name: 'Message to Ann Lee' }).fill('Do not lose me');
  await page.getByRole('textbox', { name: 'Message to Ann Lee' }).press('Enter');
  await page.getByRole('button', { name: '1 not sent' }).waitFor();
  const question = page.getByRole('alertdialog', { name: 'Sign out before they are sent?' });
  const leave = async () => {
    await page.getByRole('button', { name: /Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await question.waitFor();
  };

  await leave();
  await question.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: '1 not sent' }).waitFor();
  await leave();
  await question.getByRole('button', { name: 'Discard and sign out' }).click();

  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
});

const started: Running[] = [];

/** Where the test fails, too: what goes on running keeps the whole run from ending. */
afterEach(async () => {
  for (const system of started.splice(0)) await system.stop();
});

test('from the demo’s first page to a first message it takes four clicks', async () => {
  // Its own system: here the demo's account owns the demo companies alone.
  const system = await startSystem({ demo: true });
  started.push(system);
  const person = await newPerson({ token: null, webUrl: system.webUrl });
  const { page } = person;
  await open(person, '/');
  let clicks = 0;
  const click = async (role: 'button' | 'link', name: string | RegExp) => {
    clicks += 1;
    await page.getByRole(role, { name }).first().click();
  };

  await click('button', 'Sign in');
  await page.getByRole('link', { name: /Sonnwerk/ }).waitFor();
  await settled(page);
  await click('link', /Sonnwerk/);
  await page.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click();
  clicks += 1;
  const composer = page.getByRole('textbox', { name: /^Message to/ });
  await composer.fill('Hello from the demo');
  await composer.press('Enter');

  await page.getByRole('region', { name: 'Messages' }).getByText('Hello from the demo').first().waitFor();
  expect(clicks).toBeLessThanOrEqual(4);
  expect(person.complaints).toEqual([]);
  await person.context.close();
});
