import { randomUUID } from 'node:crypto';
import { newPerson, open } from './kit/browser';
import { ask, newCompany, newContact } from './kit/company';
import { password, signUp } from './kit/session';
import { sharedSystem } from './kit/shared-system';

/** Ben Baker, a member of the company. Shape: the token of his session. */
async function newColleague(slug: string): Promise<string> {
  const { webUrl } = sharedSystem();
  const email = `${randomUUID()}@people.example`;
  const account = await signUp(webUrl, { name: 'Ben Baker', email, password });
  if (!account) throw new Error('expected an account');
  const { currentTenant } = await ask('{ currentTenant { id } }', {}, slug);
  const { inviteMember } = await ask(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { token userErrors { message } } }',
    { input: { tenantId: currentTenant.id, email } },
    slug,
  );
  await fetch(`${webUrl}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${account.token}` },
    body: JSON.stringify({
      query: 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { tenant { id } } }',
      variables: { input: { token: inviteMember.token } },
    }),
  });
  return account.token;
}

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
