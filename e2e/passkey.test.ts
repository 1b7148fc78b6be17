import { randomUUID } from 'node:crypto';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { violationsOn } from './kit/accessibility';
import { newPerson, open, type Person, settled } from './kit/browser';
import { password, signUp } from './kit/session';
import { sharedSystem } from './kit/shared-system';

const newEmail = () => `${randomUUID().slice(0, 8)}@people.example`;

/** Somebody with an account at the account page. */
async function newPersonAtAccount(email: string): Promise<Person> {
  const account = await signUp(sharedSystem().webUrl, { name: 'Ann', email, password });
  const person = await newPerson({ token: account?.token ?? null });
  await open(person, '/account');
  return person;
}

/** What a device does that keeps passkeys and knows its owner's finger. */
async function plugInAuthenticator({ context, page }: Person): Promise<void> {
  const devTools = await context.newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const signedIn = (page: Page) => page.getByRole('button', { name: /Signed in as/ });

async function signOut(page: Page) {
  await signedIn(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  // What is typed before the page's script has taken over is not yet the form's.
  await settled(page);
}

test('a passkey that was added opens the account without a password', async () => {
  const person = await newPersonAtAccount(newEmail());
  const { page } = person;
  await plugInAuthenticator(person);
  const card = page.getByRole('region', { name: 'Passkeys' });

  await card.getByLabel('Name').fill('Work laptop');
  await card.getByRole('button', { name: 'Add a passkey' }).click();
  await card.getByRole('listitem').filter({ hasText: 'Work laptop' }).getByText('never used').waitFor();
  expect(await violationsOn(person)).toEqual([]);
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await signedIn(page).waitFor();

  await open(person, '/account');
  const row = card.getByRole('listitem').filter({ hasText: 'Work laptop' });
  await row.getByText('last used').waitFor();
  await row.getByRole('button', { name: 'Remove Work laptop' }).click();
  await page.getByRole('button', { name: 'Remove passkey' }).click();
  await row.waitFor({ state: 'detached' });
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('No account could be opened with this passkey').waitFor();
  expect(person.complaints).toEqual([]);
});

test('with a second step, signing in takes a code of the app, or a recovery code', async () => {
  const email = newEmail();
  const person = await newPersonAtAccount(email);
  const { page } = person;
  const card = page.getByRole('region', { name: 'Second step' });
  const signIn = async (code: string) => {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  await card.getByRole('button', { name: 'Set up a second step' }).click();
  await card.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  expect(await violationsOn(person)).toEqual([]);
  const secret = ((await card.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await card.getByLabel('Code').fill(await generate({ secret }));
  await card.getByLabel('Your password').fill(password);
  await card.getByRole('button', { name: 'Switch on' }).click();
  await card.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  expect(await violationsOn(person)).toEqual([]);
  const [recoveryCode = ''] = await card.getByRole('listitem').allTextContents();

  await signOut(page);
  // The code of the present half minute was used; the next one is good already.
  await signIn(await generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 }));
  await signedIn(page).waitFor();
  await open(person, '/account');
  await signOut(page);
  await signIn(recoveryCode);
  await signedIn(page).waitFor();

  await open(person, '/account');
  await card.getByText('Recovery codes that are left: 9').waitFor();
  expect(person.complaints).toEqual([]);
});
