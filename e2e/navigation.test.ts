import { setTimeout as sleep } from 'node:timers/promises';
import { newPerson, open } from './kit/browser';
import { newCompany, newContact, say } from './kit/company';

/** Long enough for a request that would come late. */
const quietMs = 1_500;

test('a page that is opened from another asks for each of its documents once, and for nothing else', async () => {
  const company = await newCompany();
  const contact = await newContact(company, { name: 'Ann Lee' });
  await say(company, contact, 'When will the parts be here?');
  const person = await newPerson();
  const { page } = person;
  await open(person, company.path);
  const asked: Record<string, string[]> = {};
  const follow = async (title: string, link: string | RegExp, path: string) => {
    person.requests.length = 0;
    await page.getByRole('link', { name: link }).first().click();
    await page.waitForURL(`**${company.path}${path}`);
    for (let known = -1; known < person.requests.length; await sleep(quietMs)) known = person.requests.length;
    asked[title] = [...person.requests].sort();
  };

  await follow('contact list', 'Contacts', '/contacts');
  await follow('contact', /Ann Lee/, `/contacts/${contact.id}`);
  await follow('dashboard, which is known', 'Dashboard', '');
  await follow('contact list, which is known', 'Contacts', '/contacts');
  await follow('settings', 'Settings', '/settings/general');
  await follow('members', 'Members', '/settings/members');

  expect(asked).toEqual({
    'contact list': ['ContactList', 'ContactViews'],
    // Whoever opens a thread has read it, and one less is unread.
    contact: ['ContactPage', 'MarkConversationRead', 'Thread', 'UnreadCount'],
    'dashboard, which is known': ['Dashboard'],
    'contact list, which is known': ['ContactList', 'ContactViews'],
    settings: ['GeneralSettings'],
    members: ['Invitations', 'Members'],
  });
}, 120_000);
