import { violationsOn } from './kit/accessibility';
import { newPerson, open, type Person } from './kit/browser';
import { ask, newCompany, newContact, say } from './kit/company';
import { tokenAt } from './kit/session';
import { sharedSystem } from './kit/shared-system';

interface PageCase {
  title: string;
  path: string;
  /** What the page's own source must show, before any script runs. */
  shows: string;
  status?: number;
  /** For whoever is not signed in. */
  isPublic?: boolean;
}

const demo = '/tenant/sonnwerk-solar';

async function pages(): Promise<PageCase[]> {
  const empty = await newCompany();
  const { contacts } = await ask('{ contacts(search: "Öztürk") { nodes { id } } }', {}, 'sonnwerk-solar');
  return [
    { title: 'companies', path: '/', shows: empty.name },
    { title: 'dashboard', path: demo, shows: 'Messages per day' },
    { title: 'dashboard of a new company', path: empty.path, shows: `${empty.name} is ready` },
    { title: 'contacts', path: `${demo}/contacts`, shows: 'Käthe Schönemann' },
    {
      title: 'contacts, searched and filtered',
      path: `${demo}/contacts?q=kov&source=Newsletter&sort=name`,
      shows: 'Ana Kovačič',
    },
    { title: 'no contact found', path: `${demo}/contacts?q=zzzz`, shows: 'No contact matches' },
    { title: 'contacts of a new company', path: `${empty.path}/contacts`, shows: 'No contacts yet' },
    { title: 'new contact', path: `${demo}/contacts/new`, shows: 'New contact' },
    { title: 'contact', path: `${demo}/contacts/${contacts.nodes[0].id}`, shows: 'thank you for the speed' },
    {
      title: 'unknown contact',
      path: `${demo}/contacts/01900000-0000-7000-8000-000000000000`,
      shows: 'There is no such contact',
      status: 404,
    },
    { title: 'unknown company', path: '/tenant/nobody-here', shows: 'There is no such company', status: 404 },
    { title: 'general settings', path: `${demo}/settings/general`, shows: 'sonnwerk-solar' },
    { title: 'members', path: `${demo}/settings/members`, shows: 'Invite a colleague' },
    { title: 'API keys', path: `${demo}/settings/api-keys`, shows: 'What it allows' },
    { title: 'single sign-on', path: `${demo}/settings/single-sign-on`, shows: '/sign-in/company/callback' },
    { title: 'audit log', path: `${demo}/settings/audit-log`, shows: 'Audit log' },
    { title: 'data', path: `${demo}/settings/data`, shows: 'Database schema' },
    { title: 'account', path: '/account', shows: 'Sessions and devices' },
    { title: 'sign in', path: '/sign-in', shows: 'demo@atrium.example', isPublic: true },
    { title: 'sign in by a provider', path: '/sign-in/company', shows: 'Go on to your provider', isPublic: true },
    { title: 'back from a provider', path: '/sign-in/company/callback', shows: 'not complete', isPublic: true },
    { title: 'sign up', path: '/sign-up', shows: 'Company name', isPublic: true },
    { title: 'forgotten password', path: '/forgotten-password', shows: 'Send the link', isPublic: true },
    { title: 'new password', path: '/reset-password#atrium_reset_x', shows: 'Set the password', isPublic: true },
    { title: 'invitation', path: '/invitation#atrium_invitation_x', shows: 'I have an account', isPublic: true },
    { title: 'unknown address', path: '/no/such/page', shows: 'There is nothing here', status: 404 },
  ];
}

const overflowOn = ({ page }: Person) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Chromium reports the 404 of the page itself as an error of the console. */
const unexpected = (complaints: string[], status = 200) =>
  complaints.filter((text) => !(status === 404 && text.includes('status of 404')));

test.each([
  { colorScheme: 'light', width: 1440, height: 900 },
  { colorScheme: 'dark', width: 1440, height: 900 },
  { colorScheme: 'light', width: 390, height: 844 },
  { colorScheme: 'dark', width: 390, height: 844 },
] as const)(
  'every page is accessible, quiet, and fits a window of $width, $colorScheme',
  async (look) => {
    const found: Record<string, unknown> = {};
    for (const { title, path, status, isPublic } of await pages()) {
      const person = await newPerson({ ...look, ...(isPublic && { token: null }) });
      await open(person, path);
      found[title] = {
        violations: await violationsOn(person),
        overflow: await overflowOn(person),
        complaints: unexpected(person.complaints, status),
        requests: person.requests,
      };
      await person.context.close();
    }

    const clean = { violations: [], overflow: 0, complaints: [], requests: [] };
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((title) => [title, clean])));
    expect(Object.keys(found)).toHaveLength(26);
  },
  240_000,
);

test('every page’s source shows its data', async () => {
  const { webUrl } = sharedSystem();
  const cookie = `atrium-session=${await tokenAt(webUrl)}`;
  for (const { title, path, shows, status = 200, isPublic } of await pages()) {
    const answer = await fetch(webUrl + path, { headers: isPublic ? {} : { cookie } });
    const [visible = ''] = (await answer.text()).split('window.__APOLLO_STATES__');

    expect([title, answer.status]).toEqual([title, status]);
    expect([title, visible.includes(shows)]).toEqual([title, true]);
  }
});

test('dialogs, menus and filters are accessible when they are open', async () => {
  const company = await newCompany();
  const contact = await newContact(company, { source: 'Website' });
  await say(company, contact, 'Hello?');
  for (const colorScheme of ['light', 'dark'] as const) {
    const person = await newPerson({ colorScheme });
    const { page } = person;
    await open(person, contact.path);
    for (const name of ['Edit', /^New/, 'Active', /^Signed in as/]) {
      await page.getByRole('button', { name }).first().click();
      await page.locator('[role=dialog], [role=menu]').first().waitFor();
      expect([name, await violationsOn(person, '[role=dialog], [role=menu]')]).toEqual([name, []]);
      await page.keyboard.press('Escape');
    }
    await open(person, `${company.path}/contacts`);
    await page.getByRole('button', { name: 'Source' }).click();
    await page.getByRole('checkbox', { name: 'Website' }).waitFor();
    expect(await violationsOn(person, '[role=dialog]')).toEqual([]);
    await person.context.close();
  }
});
