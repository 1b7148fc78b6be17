import { newPerson, open, settled } from './kit/browser';
import { newColleague } from './kit/colleague';
import { ask, type Company, type NewContact, newCompany, newContact, say } from './kit/company';
import { until } from './kit/until';

interface Conversation {
  status: string;
  assignee: { name: string } | null;
  labels: { name: string }[];
}

async function read(company: Company, { conversationId }: NewContact): Promise<Conversation> {
  const { conversation } = await ask(
    'query ($id: ID!) { conversation(id: $id) { status assignee { name } labels { name } } }',
    { id: conversationId },
    company.slug,
  );
  return conversation;
}

async function newInbox() {
  const company = await newCompany();
  const people: NewContact[] = [];
  for (const name of ['Cy Third', 'Bo Second', 'Al First']) {
    const contact = await newContact(company, { name, email: `${name.split(' ')[0]?.toLowerCase()}@contact.example` });
    await say(company, contact, `A question of ${name}`);
    people.unshift(contact);
  }
  await ask(
    'mutation { createLabel(input: { name: "Billing", colour: RED }) { userErrors { message } } }',
    {},
    company.slug,
  );
  const person = await newPerson();
  await open(person, `${company.path}/inbox`);
  const list = person.page.getByRole('list', { name: 'Conversations' });
  const names = () => list.getByRole('link').allInnerTexts();
  const thread = (name: string) =>
    person.page.getByRole('region', { name: 'Messages' }).getByText(`A question of ${name}`);
  return { company, people, person, page: person.page, list, names, thread };
}

test('with the keyboard alone, a conversation is opened, assigned, labelled and closed, the next one opens, and it is undone', async () => {
  const { company, people, page, names, thread } = await newInbox();
  expect(await names()).toEqual(['Al First', 'Bo Second', 'Cy Third']);

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await thread('Al First').waitFor();
  await page.keyboard.press('i');
  await page.getByRole('button', { name: 'Assigned to: You' }).waitFor();
  await page.keyboard.press('l');
  await page.locator('[role=menuitemcheckbox]:focus').getByText('Billing').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Billing' }).waitFor();
  await page.keyboard.press('e');

  await thread('Bo Second').waitFor();
  expect(await names()).toEqual(['Bo Second', 'Cy Third']);
  const closed = await read(company, people[0] as NewContact);
  expect(closed).toMatchObject({ status: 'CLOSED', labels: [{ name: 'Billing' }] });
  expect(closed.assignee).not.toBeNull();

  await page
    .getByRole('listitem')
    .filter({ hasText: 'The conversation is closed.' })
    .getByRole('button', { name: 'Undo' })
    .press('Enter');
  await page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name: 'Al First' }).waitFor();
  expect(await names()).toEqual(['Al First', 'Bo Second', 'Cy Third']);
  expect(await read(company, people[0] as NewContact)).toMatchObject({ status: 'ACTIVE' });
}, 60_000);

test('several are selected and closed at once, and the counts follow', async () => {
  const { page, names } = await newInbox();
  const count = (view: string) =>
    page.getByRole('list', { name: 'Views of the inbox' }).getByRole('link', { name: view });
  await count('All open 3').waitFor();

  for (const key of ['j', 'x', 'j', 'x', 'e']) await page.keyboard.press(key);
  await page.getByText('2 conversations are closed.').first().waitFor();

  expect(await names()).toEqual(['Cy Third']);
  await count('All open 1').waitFor();
  await count('Closed 2').waitFor();
}, 60_000);

test('what a contact writes is told and moves no row until it is asked for', async () => {
  const { company, people, page, names, list } = await newInbox();
  await list.getByRole('link', { name: 'Al First' }).click();
  const last = people[2] as NewContact;

  await say(company, last, 'Are you there?');

  const news = page.getByRole('button', { name: '1 new' });
  await news.waitFor();
  expect(await names()).toEqual(['Al First', 'Bo Second', 'Cy Third']);
  await page.keyboard.press('.');
  await news.waitFor({ state: 'detached' });
  expect(await names()).toEqual(['Cy Third', 'Al First', 'Bo Second']);
}, 60_000);

test('an address of a conversation survives a reload, and asks for nothing once it is there', async () => {
  const { company, people, person, page, thread, list } = await newInbox();
  // What is open is read, and then counted.
  const isRead = page.waitForResponse((answer) => answer.request().postData()?.includes('UnreadCount') ?? false);
  await list.getByRole('link', { name: 'Bo Second' }).click();
  await thread('Bo Second').waitFor();
  await isRead;
  person.requests.length = 0;

  await page.reload();
  await settled(page);

  expect(new URL(page.url()).pathname).toBe(`${company.path}/inbox/${people[1]?.conversationId}`);
  expect(person.requests).toEqual([]);
  expect(await thread('Bo Second').count()).toBe(1);
}, 60_000);

test('a note mentions a colleague, whose answer meanwhile is asked about before another goes out', async () => {
  const { company, people, person, page, list } = await newInbox();
  const ben = await newPerson({ token: await newColleague(company.slug) });
  await open(ben, `${company.path}/inbox/${people[0]?.conversationId}`);
  await list.getByRole('link', { name: 'Al First' }).click();
  await page.getByRole('textbox', { name: 'Message to Al First' }).waitFor();

  await page.keyboard.press('n');
  await page.keyboard.type('@Ben');
  await page.getByRole('option', { name: 'Ben Baker' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('answers?');
  await page.keyboard.press('Control+Enter');
  const note = ben.page.getByRole('region', { name: 'Messages' }).getByRole('listitem').filter({ hasText: 'Note' });
  await note.getByText('@Ben Baker').waitFor();

  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await page.keyboard.type('I do');
  await ben.page.getByRole('textbox', { name: 'Message to Al First' }).fill('I have');
  await ben.page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Messages' }).getByText('I have').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Somebody has written meanwhile' }).getByText('Ben Baker:').waitFor();
  await page.getByRole('button', { name: 'Send anyway' }).click();

  await ben.page.getByRole('region', { name: 'Messages' }).getByText('I do').waitFor();
  expect([...person.complaints, ...ben.complaints]).toEqual([]);
}, 60_000);

test('two who open the same conversation see each other and who writes, and are told of what concerns them', async () => {
  const { company, people, person, page, list } = await newInbox();
  const ben = await newPerson({ token: await newColleague(company.slug) });
  await list.getByRole('link', { name: 'Al First' }).click();
  await open(ben, `${company.path}/inbox/${people[0]?.conversationId}`);
  await page.getByRole('list', { name: 'Also here' }).getByText('Ben Baker', { exact: true }).waitFor();
  await ben.page.getByRole('list', { name: 'Also here' }).getByRole('listitem').waitFor();

  const field = page.getByRole('textbox', { name: 'Message to Al First' });
  await field.fill('I do');
  const bensField = ben.page.getByRole('textbox', { name: 'Message to Al First' });
  await bensField.fill('I have');
  const isTyping = page.getByText('Ben is typing a reply…');
  await isTyping.waitFor();
  await bensField.press('Enter');
  await page.getByRole('region', { name: 'Messages' }).getByText('I have').waitFor();
  await isTyping.waitFor({ state: 'detached' });

  await field.press('Enter');
  await page.getByRole('group', { name: 'Somebody has written meanwhile' }).getByText('Ben Baker:').waitFor();
  await page.getByRole('button', { name: 'Keep writing' }).click();
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.keyboard.type('@Ben');
  await page.getByRole('option', { name: 'Ben Baker' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('thank you');
  await page.keyboard.press('Control+Enter');

  await ben.page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  const told = ben.page.getByRole('list', { name: 'Notifications' }).getByRole('listitem');
  await told.filter({ hasText: 'mentioned you in a note' }).getByRole('link').click();
  await ben.page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  expect([...person.complaints, ...ben.complaints]).toEqual([]);
}, 60_000);

test('a draft is there on another device, and a filter with a name is a view', async () => {
  const { company, people, page, list } = await newInbox();
  await list.getByRole('link', { name: 'Bo Second' }).click();
  const kept = page.waitForResponse((answer) => answer.request().postData()?.includes('SaveDraft') ?? false);
  await page.getByRole('textbox', { name: 'Message to Bo Second' }).fill('Half a thought');
  await kept;

  const phone = await newPerson({ width: 390, height: 844 });
  await open(phone, `${company.path}/inbox/${people[1]?.conversationId}`);
  const field = phone.page.getByRole('textbox', { name: 'Message to Bo Second' });
  await field.waitFor();
  await until(() => field.inputValue(), 'Half a thought');

  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Waits for us' }).click();
  await page.getByRole('button', { name: 'Filter: on' }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Waiting');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Views of the inbox' }).getByRole('link', { name: 'Waiting' }).waitFor();
  expect(new URL(page.url()).search).toMatch(/^\?saved=/);
}, 60_000);
