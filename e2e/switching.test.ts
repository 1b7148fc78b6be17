import type { Page } from 'playwright-core';
import { newPerson, open } from './kit/browser';
import { type Company, newCompany, newContact } from './kit/company';

/** Notes each moment in which the page of one company shows words of the other: by its address, and by what stands in it. */
async function watchFor(page: Page, slug: string, words: string): Promise<() => Promise<string[]>> {
  await page.evaluate(
    ([there, foreign]) => {
      const seen: string[] = [];
      Object.assign(window, { seenOfTheOther: seen });
      // What is hidden is no part of it.
      // biome-ignore lint/performance/useDomNodeTextContent: the text as it is rendered is meant
      const isSeen = (text: string) => document.body.innerText.includes(text);
      const look = () => {
        if (location.pathname.startsWith(`/tenant/${there}`) && isSeen(foreign ?? '')) seen.push(location.pathname);
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
      const frame = () => {
        look();
        requestAnimationFrame(frame);
      };
      frame();
    },
    [slug, words],
  );
  return () => page.evaluate(() => (window as unknown as { seenOfTheOther: string[] }).seenOfTheOther);
}

async function switchTo(page: Page, { name }: Company): Promise<void> {
  await page.getByRole('button', { name: /^Company:/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(name) }).click();
}

test('whoever switches the company never sees a row of the one before, back and forth neither', async () => {
  const [first, second] = [await newCompany(), await newCompany()];
  await newContact(first, { name: 'Only In The First' });
  await newContact(second, { name: 'Only In The Second' });
  const person = await newPerson();
  const { page } = person;
  await open(person, `${first.path}/contacts`);
  await page.getByText('Only In The First').first().waitFor();
  const seenInSecond = await watchFor(page, second.slug, 'Only In The First');

  // Slow answers leave the page between the two for as long as can be.
  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await switchTo(page, second);
  await page.waitForURL(`**${second.path}/inbox`);
  await page.getByRole('link', { name: 'Contacts' }).first().click();
  await page.waitForURL(`**${second.path}/contacts`);
  await page.getByText('Only In The Second').first().waitFor();
  for (const path of [`${second.path}/inbox`, `${first.path}/contacts`]) {
    await page.goBack();
    await page.waitForURL(`**${path}`);
  }
  await page.getByText('Only In The First').first().waitFor();
  for (const path of [`${second.path}/inbox`, `${second.path}/contacts`]) {
    await page.goForward();
    await page.waitForURL(`**${path}`);
  }
  await page.getByText('Only In The Second').first().waitFor();

  expect(await seenInSecond()).toEqual([]);
});
