import { newPerson, open } from './kit/browser';
import { newColleague } from './kit/colleague';
import { newCompany, newContact } from './kit/company';

test('a colleague’s message and what a colleague does appear with their name at once', async () => {
  const company = await newCompany();
  const contact = await newContact(company);
  const dana = await newPerson();
  const ben = await newPerson({ token: await newColleague(company.slug) });
  await open(dana, contact.path);
  await open(ben, contact.path);
  const [danas, bens] = [dana, ben].map(({ page }) => page.getByRole('region', { name: 'Messages' }));

  await ben.page.getByRole('textbox', { name: 'Message to Ann Lee' }).fill('I take this one');
  await ben.page.keyboard.press('Enter');

  await danas
    ?.getByRole('listitem')
    .filter({ hasText: /Ben Baker.*I take this one/s })
    .waitFor();
  await dana.page.getByText('New message from Ben Baker: I take this one').waitFor({ state: 'attached' });
  await dana.page.getByRole('link', { name: /Ben: I take this one/ }).waitFor();
  await bens
    ?.getByRole('listitem')
    .filter({ hasText: /You.*I take this one/s })
    .waitFor();

  await ben.page.getByRole('button', { name: /Active/ }).click();
  await ben.page.getByRole('menuitem', { name: 'Close' }).click();

  await danas?.getByText(/^Ben Baker closed the conversation/).waitFor();
  await bens?.getByText(/^You closed the conversation/).waitFor();
  expect([...dana.complaints, ...ben.complaints]).toEqual([]);
  expect(dana.requests).toEqual([]);
});
