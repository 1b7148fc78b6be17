import type { Page, Route } from 'playwright-core';
import { newPerson, open } from './kit/browser';
import { ask, newCompany, newContact, say } from './kit/company';
import { until } from './kit/until';

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

test('a status set in one window is seen in another, and a contact’s word reopens the conversation', async () => {
  const company = await newCompany();
  const contact = await newContact(company);
  const [ann, ben] = [await newPerson(), await newPerson()];
  await open(ann, contact.path);
  await open(ben, contact.path);

  await ann.page.getByRole('button', { name: 'Active' }).click();
  await ann.page.getByRole('menuitem', { name: /Close/ }).click();
  await ben.page.getByRole('button', { name: 'Closed' }).waitFor();

  await say(company, contact, 'One more thing …');
  await messages(ben.page).getByText('One more thing …').waitFor();
  await ben.page.getByRole('button', { name: 'Active' }).waitFor();
  await ann.page.getByRole('button', { name: 'Active' }).waitFor();
  expect([...ann.complaints, ...ben.complaints]).toEqual([]);
});

test('what comes between the server’s read of a page and the opening of its socket is not missed', async () => {
  const company = await newCompany();
  const contact = await newContact(company);
  const person = await newPerson();
  let letThrough = () => {};
  const isSaid = new Promise<void>((done) => {
    letThrough = done;
  });
  await person.page.routeWebSocket('**/graphql', async (socket) => {
    await isSaid;
    socket.connectToServer();
  });

  await person.page.goto(contact.path);
  await messages(person.page).waitFor();
  await say(company, contact, 'In between');
  letThrough();

  await messages(person.page).getByText('In between').waitFor();
  expect(person.requests).toEqual([]);
});

test('a message that cannot be sent waits, goes through by itself, and is there once', async () => {
  const company = await newCompany();
  const contact = await newContact(company);
  const { page } = await openContact(contact.path);
  const composer = page.getByRole('textbox', { name: 'Message to Ann Lee' });

  await page.route('**/graphql', (route) => route.abort());
  await composer.fill('Are you there?');
  await composer.press('Enter');
  await messages(page).getByText('Waiting to be sent').waitFor();
  await page.getByRole('button', { name: '1 not sent' }).waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: '1 not sent' }).waitFor({ state: 'detached' });

  await page.reload();
  await messages(page).getByText('Are you there?').waitFor();
  expect(await messages(page).getByText('Are you there?').count()).toBe(1);
});

test('an answer that was lost makes no second message', async () => {
  const company = await newCompany();
  const contact = await newContact(company);
  const { page } = await openContact(contact.path);
  const composer = page.getByRole('textbox', { name: 'Message to Ann Lee' });

  // It arrives and is stored; only its acknowledgement is lost, and then the line.
  let lost = () => {};
  const isLost = new Promise<void>((done) => {
    lost = done;
  });
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await page.route('**/graphql', (later) => later.abort());
    await route.abort();
    lost();
  };
  await page.route('**/graphql', loseAnswer, { times: 1 });
  await composer.fill('Only once, please');
  await composer.press('Enter');
  await isLost;
  await page.unrouteAll();

  await page.reload();
  const written = messages(page).getByText('Only once, please');
  await written.first().waitFor();
  await until(() => page.evaluate(isAllSent), true);
  await written.nth(1).waitFor({ state: 'detached' });
  expect(await written.count()).toBe(1);
  const { conversation } = await ask(
    'query ($id: ID!) { conversation(id: $id) { messageCount } }',
    { id: contact.conversationId },
    company.slug,
  );
  expect(conversation.messageCount).toBe(1);
});

/** Runs in the page: true once nothing is left in any of its outboxes. */
const isAllSent = async (): Promise<boolean> => {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name).filter((name) => name.startsWith('atrium:'));
  const counts = names.map(
    (name) =>
      new Promise<number>((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('messages').objectStore('messages').count();
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
        };
      }),
  );
  return counts.length > 0 && (await Promise.all(counts)).every((count) => count === 0);
};

test('a deleted contact comes back with its conversation', async () => {
  const company = await newCompany();
  const contact = await newContact(company);
  await say(company, contact, 'Keep this');
  const { page } = await openContact(contact.path);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete contact' }).click();
  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
  await page.getByText('No contacts yet').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();

  await page.getByRole('heading', { level: 1, name: 'Ann Lee' }).waitFor();
  await messages(page).getByText('Keep this').waitFor();
});

test('the list’s search is its address, and Back restores it', async () => {
  const company = await newCompany();
  await newContact(company);
  await newContact(company, { name: 'Bob Ray', email: 'bob@contact.example' });
  const person = await newPerson();
  const { page } = person;
  await open(person, `${company.path}/contacts`);

  await page.keyboard.press('/');
  await page.keyboard.type('bob');
  await page.getByText('1 contact found').waitFor();
  expect(new URL(page.url()).search).toBe('?q=bob');
  await page.getByRole('link', { name: 'Bob Ray' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bob Ray' }).waitFor();
  await page.goBack();

  await page.getByText('1 contact found').waitFor();
  expect(await page.getByRole('searchbox', { name: 'Search contacts' }).inputValue()).toBe('bob');
  expect(person.complaints).toEqual([]);
});

test('with the keyboard alone, a contact is found, opened and written to', async () => {
  const company = await newCompany();
  await newContact(company);
  const person = await newPerson();
  const { page } = person;
  await open(person, `${company.path}/contacts`);

  await page.keyboard.press('j');
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement as Element, '::after').outlineStyle,
  );
  expect(outline).not.toBe('none');
  await page.keyboard.press('Enter');
  const composer = page.getByRole('textbox', { name: 'Message to Ann Lee' });
  await composer.waitFor();
  for (
    let presses = 0;
    presses < 40 && !(await composer.evaluate((field) => field === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Written without a mouse');
  await page.keyboard.press('Enter');

  await messages(page).getByText('Written without a mouse').waitFor();
  expect(person.complaints).toEqual([]);
});

async function openContact(path: string) {
  const person = await newPerson();
  await open(person, path);
  return person;
}
