import type { Locator, Page } from 'playwright-core';
import { newPerson, open } from './kit/browser';
import { type Company, type NewContact, newCompany, newContact, say } from './kit/company';

const count = 220;
const thread = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function newLongThread(): Promise<{ company: Company; contact: NewContact }> {
  const company = await newCompany();
  const contact = await newContact(company);
  for (let number = 1; number <= count; number += 1) {
    await say(company, contact, `Line ${number}. ${'And some more to read. '.repeat(number % 7)}`);
  }
  return { company, contact };
}

const nextFrame = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

const topOf = (line: Locator) => line.evaluate((element) => element.getBoundingClientRect().top);

/** Presses the key until the text is in the page. */
async function pressUntil(page: Page, key: string, text: string): Promise<void> {
  while ((await thread(page).getByText(text).count()) === 0) {
    await page.keyboard.press(key);
    await nextFrame(page);
  }
}

test('a long thread is read to its beginning by keyboard, and holds few elements meanwhile', async () => {
  const { contact } = await newLongThread();
  const person = await newPerson();
  const { page } = person;
  await open(person, contact.path);
  const elements = () => thread(page).evaluate((element) => element.querySelectorAll('li').length);
  await thread(page).focus();

  let most = 0;
  while (!(await thread(page).getByText('Line 1.', { exact: false }).first().isVisible())) {
    await page.keyboard.press('PageUp');
    await nextFrame(page);
    most = Math.max(most, await elements());
    if ((await thread(page).getByText('The conversation begins here').count()) > 0) await page.keyboard.press('Home');
  }

  expect(most).toBeLessThan(count / 2);
  expect(await thread(page).getByRole('heading', { level: 3, name: 'Today' }).count()).toBe(1);
  await pressUntil(page, 'End', `Line ${count}.`);
  expect(person.complaints).toEqual([]);
});

test('what arrives moves nothing under who reads further up', async () => {
  const { company, contact } = await newLongThread();
  const person = await newPerson();
  const { page } = person;
  await open(person, contact.path);
  await thread(page).focus();
  await pressUntil(page, 'PageUp', 'Line 120.');
  const line = thread(page).getByText('Line 120.');
  await line.scrollIntoViewIfNeeded();
  await nextFrame(page);
  const before = await topOf(line);

  await say(company, contact, 'One more thing.');
  await page.getByRole('button', { name: '1 new message' }).waitFor();

  expect(Math.abs((await topOf(line)) - before)).toBeLessThan(2);
  await page.getByRole('button', { name: '1 new message' }).click();
  await thread(page).getByText('One more thing.').waitFor();
  const fromBottom = await thread(page).evaluate((element) => Math.abs(element.scrollTop));
  expect(fromBottom).toBe(0);
  expect(person.complaints).toEqual([]);
});

test('what is selected is not let go', async () => {
  const { contact } = await newLongThread();
  const person = await newPerson();
  const { page } = person;
  await open(person, contact.path);
  await thread(page)
    .getByText(`Line ${count}.`)
    .evaluate((element) => document.getSelection()?.selectAllChildren(element));

  await thread(page).focus();
  await pressUntil(page, 'PageUp', 'Line 100.');

  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain(`Line ${count}.`);
});

test('in a narrower window, and past what was never shown, each step down moves by its own length', async () => {
  const { contact } = await newLongThread();
  const person = await newPerson();
  const { page } = person;
  await open(person, contact.path);
  while ((await thread(page).getByText('The conversation begins here').count()) === 0) {
    await thread(page).evaluate((element) => element.scrollTo(0, -element.scrollHeight));
    await nextFrame(page);
  }
  await page.setViewportSize({ width: 900, height: 700 });
  await nextFrame(page);

  const surprises: number[] = [];
  for (let left = Number.POSITIVE_INFINITY; left > stepPx; left = await fromEnd(page)) {
    surprises.push(await surpriseOfStep(thread(page)));
  }

  expect(surprises.length).toBeGreaterThan(20);
  expect(Math.max(...surprises)).toBeLessThan(3);
});

const stepPx = 150;

const fromEnd = (page: Page) => thread(page).evaluate((element) => Math.abs(element.scrollTop));

/** How much further, or less, than by the step a message moves that is in the middle of the window. */
const surpriseOfStep = (scroller: Locator) =>
  scroller.evaluate(async (element, step) => {
    const frame = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    const { top, bottom } = element.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const inMiddle = [...element.querySelectorAll('li')].find((line) => line.getBoundingClientRect().bottom > middle);
    if (!inMiddle) throw new Error('expected a message in the middle of the window');
    const before = inMiddle.getBoundingClientRect().top;
    element.scrollBy(0, step);
    await frame();
    return Math.abs(before - inMiddle.getBoundingClientRect().top - step);
  }, stepPx);

test('the first message of a day comes to the top of the window, however far it is', async () => {
  const { contact } = await newLongThread();
  const person = await newPerson();
  const { page } = person;
  await open(person, contact.path);
  await thread(page).focus();
  const day = await page.evaluate(() => new Intl.DateTimeFormat('en-CA').format(new Date()));

  await page.getByRole('button', { name: 'Go to date…' }).waitFor();
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByLabel('Date').fill(day);
  await page.getByRole('button', { name: 'Go', exact: true }).click();

  const first = thread(page).getByRole('listitem').filter({ hasText: 'Line 1.' });
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Line 1.'));
  const [top, scrollerTop] = [await topOf(first), await topOf(thread(page))];
  expect(top).toBeGreaterThanOrEqual(scrollerTop);
  expect(top - scrollerTop).toBeLessThan(200);
  expect(person.complaints).toEqual([]);
});
