import { randomUUID } from 'node:crypto';
import { type IdentityProvider, startIdentityProvider } from '../api/src/testing/identity-provider';
import { newPerson, open, type Person } from './kit/browser';
import { password, signUp } from './kit/session';
import { sharedSystem } from './kit/shared-system';

let provider: IdentityProvider;

beforeAll(async () => {
  // The pages are at localhost: to the browser another site, as a provider is.
  const redirectUri = `${sharedSystem().webUrl}/sign-in/company/callback`;
  provider = await startIdentityProvider({ redirectUri, host: '127.0.0.1' });
});

afterAll(() => provider.stop());

const newEmail = () => `${randomUUID().slice(0, 8)}@people.example`;

interface Owner {
  person: Person;
  email: string;
  slug: string;
  /** Of a second company of theirs. */
  otherSlug: string;
}

async function newOwner(): Promise<Owner> {
  const { webUrl } = sharedSystem();
  const email = newEmail();
  const account = await signUp(webUrl, { name: 'Ann Able', email, password, companyName: `Able ${randomUUID()}` });
  const token = account?.token ?? '';
  const answer = await fetch(`${webUrl}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: 'mutation ($name: String!) { createTenant(input: { name: $name }) { tenant { slug } } }',
      variables: { name: `Baker ${randomUUID()}` },
    }),
  });
  const { data } = (await answer.json()) as { data: { createTenant: { tenant: { slug: string } } } };
  const person = await newPerson({ token });
  return { person, email, slug: account?.tenant?.slug ?? '', otherSlug: data.createTenant.tenant.slug };
}

async function configure({ page, ...person }: Person, slug: string): Promise<void> {
  await open({ page, ...person }, `/tenant/${slug}/settings/general`);
  await page.getByRole('link', { name: 'Single sign-on' }).click();
  await page.getByText('/sign-in/company/callback').waitFor();
  await page.getByLabel('Issuer').fill(provider.issuer);
  await page.getByLabel('Client ID').fill(provider.clientId);
  await page.getByLabel('Client secret').fill(provider.clientSecret);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('people can sign in by it').first().waitFor();
}

/** From the sign-in page to the company’s first one. */
async function signInByProvider(page: Person['page'], login: string, company?: string): Promise<void> {
  await page.getByRole('link', { name: /company’s provider/ }).click();
  await page.getByRole('heading', { level: 1, name: /company’s provider/ }).waitFor();
  if (company) await page.getByLabel('Company').fill(company);
  await page.getByRole('button', { name: 'Go on to your provider' }).click();
  await page.getByLabel('Who are you?').fill(login);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('an owner sets up a provider, signs in by it, and sees that company only', async () => {
  const { person, email, slug, otherSlug } = await newOwner();
  const { page } = person;
  await configure(person, slug);
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await open(person, '/sign-in');

  await signInByProvider(page, email, slug);
  await page.waitForURL(`**/tenant/${slug}/inbox`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.goBack();
  await page.waitForURL(`**/tenant/${slug}/inbox`);

  const refused = await page.goto(`/tenant/${otherSlug}`);
  expect(refused?.status()).toBe(404);
  await page.getByText('There is no such company').first().waitFor();
  expect(await page.content()).not.toContain('Baker');
  await page.goto('/');
  await page.waitForURL(`**/tenant/${slug}/inbox`);
  const cookies = await person.context.cookies(sharedSystem().webUrl);
  expect(cookies.find(({ name }) => name === 'atrium-session')).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookies.map(({ name }) => name)).not.toContain('atrium-attempt');
});

test('a colleague who is new gets to the page they were on the way to', async () => {
  const { person, slug } = await newOwner();
  await configure(person, slug);
  const colleague = await newPerson({ token: null });
  const { page } = colleague;

  await open(colleague, `/tenant/${slug}/contacts?q=ann`);
  await signInByProvider(page, newEmail());

  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
  expect(new URL(page.url()).search).toBe('?q=ann');
  expect(await page.getByRole('link', { name: 'New contact' }).count()).toBeGreaterThan(0);
  expect(colleague.complaints).toEqual([]);
});

test('somebody whose address has an account elsewhere is told to ask for an invitation, with a way back', async () => {
  const { person, slug } = await newOwner();
  await configure(person, slug);
  const email = newEmail();
  await signUp(sharedSystem().webUrl, { name: 'Eve', email, password });
  const stranger = await newPerson({ token: null });

  await open(stranger, `/sign-in?next=%2Ftenant%2F${slug}`);
  await signInByProvider(stranger.page, email);

  await stranger.page.getByRole('alert').getByText('ask for an invitation first').waitFor();
  await stranger.page.getByRole('link', { name: 'Begin again' }).click();
  await stranger.page.getByLabel('Company').waitFor();
});

test('removing the provider signs out whoever came by it', async () => {
  const { person, slug } = await newOwner();
  await configure(person, slug);
  const colleague = await newPerson({ token: null });
  await open(colleague, `/tenant/${slug}`);
  await signInByProvider(colleague.page, newEmail());
  await colleague.page.waitForURL(`**/tenant/${slug}`);
  await colleague.page.getByRole('link', { name: 'Contacts' }).first().waitFor();

  await person.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await person.page.getByRole('button', { name: 'Remove single sign-on' }).click();
  await person.page.getByRole('heading', { name: 'New provider' }).waitFor();
  await colleague.page.getByRole('link', { name: 'Contacts' }).first().click();

  await colleague.page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
});
