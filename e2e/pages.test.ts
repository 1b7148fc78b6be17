import { violationsInBothThemes, violationsOn } from './kit/accessibility';
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
  const { contacts } = await ask(
    '{ contacts(search: "Öztürk") { nodes { id conversations { nodes { id messageCount } } } } }',
    {},
    'sonnwerk-solar',
  );
  const [conversation] = contacts.nodes[0].conversations.nodes;
  // Opening what is unread marks it read: a request, though nothing that the page was waiting for.
  await ask(
    'mutation ($input: MarkConversationReadInput!) { markConversationRead(input: $input) { userErrors { message } } }',
    { input: { id: conversation.id, number: conversation.messageCount } },
    'sonnwerk-solar',
  );
  return [
    { title: 'companies', path: '/', shows: empty.name },
    { title: 'inbox', path: `${demo}/inbox`, shows: 'Käthe Schönemann' },
    { title: 'closed conversations', path: `${demo}/inbox?view=closed`, shows: 'Closed' },
    { title: 'inbox of a new company', path: `${empty.path}/inbox`, shows: 'Nothing waits' },
    {
      title: 'conversation in the inbox',
      path: `${demo}/inbox/${conversation.id}`,
      shows: 'thank you for the speed',
    },
    {
      title: 'unknown conversation',
      path: `${demo}/inbox/01900000-0000-7000-8000-000000000000`,
      shows: 'There is nothing here',
      status: 404,
    },
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
    { title: 'deleted contacts', path: `${demo}/contacts/deleted`, shows: 'kept for 30 days' },
    { title: 'possible duplicates', path: `${empty.path}/contacts/duplicates`, shows: 'No two contacts look alike' },
    { title: 'import', path: `${demo}/contacts/import`, shows: 'Drop a CSV file here' },
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
    { title: 'labels', path: `${demo}/settings/labels`, shows: 'Maintenance' },
    { title: 'custom fields', path: `${demo}/settings/custom-fields`, shows: 'Custom fields of contacts' },
    { title: 'canned replies', path: `${demo}/settings/canned-replies`, shows: 'Add canned reply' },
    { title: 'saved views', path: `${demo}/settings/saved-views`, shows: 'Saved views' },
    { title: 'rules', path: `${demo}/settings/rules`, shows: 'Rules of the company' },
    { title: 'notifications', path: `${demo}/settings/notifications`, shows: 'Tell me when' },
    { title: 'unknown view', path: `${demo}/inbox?saved=nobody`, shows: 'There is no such view' },
    { title: 'API keys', path: `${demo}/settings/api-keys`, shows: 'What it allows' },
    { title: 'single sign-on', path: `${demo}/settings/single-sign-on`, shows: '/sign-in/company/callback' },
    { title: 'audit log', path: `${demo}/settings/audit-log`, shows: 'Audit log' },
    { title: 'data', path: `${demo}/settings/data`, shows: 'No archive yet' },
    {
      title: 'looking back to an archive that is gone',
      path: `${demo}/settings/data/rewind?archive=01900000-0000-7000-8000-000000000000`,
      shows: 'This archive is not kept any more',
    },
    { title: 'account', path: '/account', shows: 'Sessions and devices' },
    { title: 'operator', path: '/operator?q=sonnwerk', shows: 'Sonnwerk Solar' },
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

/** Whatever the page before has still to say is not the next one's. */
async function leave({ page, complaints, requests }: Person): Promise<void> {
  await page.goto('about:blank');
  complaints.length = 0;
  requests.length = 0;
}

/** Chromium reports the 404 of the page itself as an error of the console. */
const unexpected = (complaints: string[], status = 200) =>
  complaints.filter((text) => !(status === 404 && text.includes('status of 404')));

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

test('every page is accessible in both themes, quiet, and fits desktop and phone', async () => {
  const found: Record<string, unknown> = {};
  // A window of its own for each page, or loading it for each width, would take longer than all that is looked at in it.
  const [member, nobody] = [await newPerson(desktop), await newPerson({ ...desktop, token: null })];
  for (const { title, path, status, isPublic } of await pages()) {
    const person = isPublic ? nobody : member;
    await leave(person);
    await person.page.setViewportSize(desktop);
    await open(person, path);
    const onDesktop = { ...(await violationsInBothThemes(person)), overflow: await overflowOn(person) };
    const requests = [...person.requests];
    await person.page.setViewportSize(phone);
    const onPhone = { light: await violationsOn(person), overflow: await overflowOn(person) };
    found[title] = { onDesktop, onPhone, requests, complaints: unexpected(person.complaints, status) };
  }
  await Promise.all([member.context.close(), nobody.context.close()]);

  const clean = {
    onDesktop: { light: [], dark: [], overflow: 0 },
    onPhone: { light: [], overflow: 0 },
    requests: [],
    complaints: [],
  };
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((title) => [title, clean])));
  expect(Object.keys(found)).toHaveLength(43);
}, 420_000);

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
  const person = await newPerson();
  const { page } = person;
  const found: Record<string, unknown> = {};
  const look = async (name: string, part: string) => {
    found[name] = await violationsInBothThemes(person, part);
    await page.keyboard.press('Escape');
  };

  await open(person, contact.path);
  for (const name of ['Edit', 'More', /^New\b/, 'Active', /^Signed in as/, /^Notifications/]) {
    await page.getByRole('button', { name }).first().click();
    await page.locator('[role=dialog], [role=menu]').first().waitFor();
    await look(String(name), '[role=dialog], [role=menu]');
  }
  await open(person, `${company.path}/inbox/${contact.conversationId}`);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('menuitemradio', { name: 'Anybody' }).waitFor();
  await look('filter', '[role=menu]');
  await page.getByRole('textbox').last().fill('Good morning');
  await page.getByRole('button', { name: 'Send later' }).click();
  await page.getByRole('menuitem', { name: 'Tomorrow morning' }).waitFor();
  await look('send later', '[role=menu]');
  await page.getByRole('button', { name: 'Note' }).click();
  await page.keyboard.type('/');
  await page.getByText('There are no canned replies yet.').waitFor();
  await look('canned replies', 'form');
  await open(person, `${company.path}/contacts`);
  await page.getByRole('button', { name: 'Source' }).click();
  await page.getByRole('checkbox', { name: 'Website' }).waitFor();
  await look('sources', '[role=dialog]');
  await person.context.close();

  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, { light: [], dark: [] }])));
  expect(Object.keys(found)).toHaveLength(10);
});
