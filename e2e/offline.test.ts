import type { Page } from 'playwright-core';
import { violationsOn } from './kit/accessibility';
import { newPerson, open, type Person } from './kit/browser';
import { ask, type Company, newCompany, newContact, say } from './kit/company';
import { type Running, startSystem } from './kit/system';
import { until } from './kit/until';

let system: Running;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system.stop());

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

const unsent = (page: Page) => page.getByRole('button', { name: /^\d+ not sent$/ });

async function write(page: Page, name: string, content: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: `Message to ${name}` });
  await composer.fill(content);
  await composer.press('Enter');
  await messages(page).getByText(content, { exact: true }).waitFor();
}

async function stored(company: Company, conversationId: string): Promise<string[]> {
  const { conversation } = await ask(
    'query ($id: ID!) { conversation(id: $id) { messages(first: 100) { nodes { content } } } }',
    { id: conversationId },
    company.slug,
    system.apiUrl,
  );
  return conversation.messages.nodes.map(({ content }: { content: string }) => content);
}

const newWindow = (): Promise<Person> => newPerson({ webUrl: system.webUrl });

test('what was written offline, in two threads, in a tab that was closed, goes out by itself, once and in order', async () => {
  const company = await newCompany(system.apiUrl);
  const ann = await newContact(company, {}, system.apiUrl);
  const bob = await newContact(company, { name: 'Bob Ray', email: 'bob@contact.example' }, system.apiUrl);
  const { page, context } = await newWindow();
  // Both pages are known, so that one leads to the other without the network.
  await page.goto(bob.path);
  await messages(page).waitFor();
  await page.getByRole('link', { name: 'Contacts', exact: true }).first().click();
  await page.getByRole('link', { name: 'Ann Lee' }).click();
  await page.getByRole('textbox', { name: 'Message to Ann Lee' }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();

  await context.setOffline(true);
  await page.getByText('Reconnecting…').waitFor();
  for (const content of ['Ann 1', 'Ann 2', 'Ann 3']) await write(page, 'Ann Lee', content);
  await page.getByRole('button', { name: '3 not sent' }).waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByRole('textbox', { name: 'Message to Bob Ray' }).waitFor();
  for (const content of ['Bob 1', 'Bob 2']) await write(page, 'Bob Ray', content);
  await page.getByRole('textbox', { name: 'Message to Bob Ray' }).fill('Half a thought');
  await page.getByRole('button', { name: '5 not sent' }).waitFor();
  expect(await stored(company, ann.conversationId)).toEqual([]);
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(bob.path);

  await until(() => stored(company, ann.conversationId), ['Ann 1', 'Ann 2', 'Ann 3']);
  await until(() => stored(company, bob.conversationId), ['Bob 1', 'Bob 2']);
  await unsent(again).waitFor({ state: 'detached' });
  expect(
    await messages(again)
      .getByText(/^Bob \d$/)
      .allTextContents(),
  ).toEqual(['Bob 1', 'Bob 2']);
  expect(await again.getByRole('textbox', { name: 'Message to Bob Ray' }).inputValue()).toBe('Half a thought');
});

test('two windows chat while the API restarts: both catch up without a reload, each message once', async () => {
  const company = await newCompany(system.apiUrl);
  const contact = await newContact(company, {}, system.apiUrl);
  const people = [await newWindow(), await newWindow()];
  for (const person of people) await open(person, contact.path);
  const [ann, ben] = people.map(({ page }) => page) as [Page, Page];
  await say(company, contact, 'Before', 'CONTACT', system.apiUrl);
  for (const page of [ann, ben]) await messages(page).getByText('Before').waitFor();

  await system.restartApi(async () => {
    for (const page of [ann, ben]) await page.getByText('Reconnecting…').waitFor();
    await write(ann, 'Ann Lee', 'Ann while it is away');
    await write(ben, 'Ann Lee', 'Ben while it is away');
  });
  await say(company, contact, 'After', 'CONTACT', system.apiUrl);

  const all = ['Before', 'Ann while it is away', 'Ben while it is away', 'After'].sort();
  for (const page of [ann, ben]) {
    await until(
      () =>
        messages(page)
          .locator('li')
          .filter({ hasText: /away|Before|After/ })
          .count(),
      4,
    );
    await unsent(page).waitFor({ state: 'detached' });
    await page.getByText('Live', { exact: true }).waitFor();
    for (const content of all) expect(await messages(page).getByText(content, { exact: true }).count()).toBe(1);
  }
  expect((await stored(company, contact.conversationId)).sort()).toEqual(all);
});

test('of two tabs of one person each message goes out once, and both show what waits', async () => {
  const company = await newCompany(system.apiUrl);
  const contact = await newContact(company, {}, system.apiUrl);
  const { page: first, context } = await newWindow();
  const second = await context.newPage();
  for (const page of [first, second]) {
    await page.goto(contact.path);
    await page.getByText('Live', { exact: true }).waitFor();
  }

  await context.setOffline(true);
  await write(first, 'Ann Lee', 'One');
  await messages(second).getByText('One', { exact: true }).waitFor();
  await write(second, 'Ann Lee', 'Two');
  for (const page of [first, second]) await page.getByRole('button', { name: '2 not sent' }).waitFor();
  await context.setOffline(false);

  for (const page of [first, second]) await unsent(page).waitFor({ state: 'detached' });
  // What is on its way counts as held up no longer, and as stored not yet.
  await until(() => stored(company, contact.conversationId), ['One', 'Two']);
  for (const page of [first, second]) {
    await until(
      () =>
        messages(page)
          .getByText(/^(One|Two)$/)
          .allTextContents(),
      ['One', 'Two'],
    );
  }
  expect(await stored(company, contact.conversationId)).toEqual(['One', 'Two']);
});

test('what waits is told on every page, is accessible there, and can be discarded and brought back', async () => {
  const company = await newCompany(system.apiUrl);
  const contact = await newContact(company, {}, system.apiUrl);
  const person = await newWindow();
  const { page, context } = person;
  await page.goto(contact.path);
  await page.getByText('Live', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Dashboard' }).first().click();
  await page.getByRole('heading', { level: 1, name: company.name }).waitFor();
  await page.goBack();
  await context.setOffline(true);
  await write(page, 'Ann Lee', 'Wait for me');

  await page.getByRole('link', { name: 'Dashboard' }).first().click();
  await page.getByText('Reconnecting…').waitFor();
  await page.getByRole('button', { name: '1 not sent' }).click();
  const list = page.getByRole('dialog', { name: 'Messages that are not sent' });
  await list.getByText('Wait for me').waitFor();
  expect(await violationsOn(person, '[role=dialog]')).toEqual([]);
  await list.getByRole('button', { name: /Discard/ }).click();
  await page.getByRole('button', { name: '1 not sent' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: '1 not sent' }).waitFor();

  await context.setOffline(false);
  await page.getByRole('button', { name: '1 not sent' }).waitFor({ state: 'detached' });
  expect(await stored(company, contact.conversationId)).toEqual(['Wait for me']);
});
