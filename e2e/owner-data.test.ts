import { readFile } from 'node:fs/promises';
import { violationsInBothThemes, violationsOn } from './kit/accessibility';
import { newPerson, open, type Person, settled } from './kit/browser';
import { newColleague } from './kit/colleague';
import { ask, type Company, newCompany, newContact, say } from './kit/company';
import { until } from './kit/until';

const none = { light: [], dark: [] };
const longMs = 60_000;

const namesIn = async (slug: string): Promise<string[]> => {
  const { contacts } = await ask('{ contacts(first: 50) { nodes { name } } }', {}, slug);
  return contacts.nodes.map(({ name }: { name: string }) => name).toSorted();
};

async function newCompanyWithPeople(): Promise<Company> {
  const company = await newCompany();
  const ann = await newContact(company);
  await newContact(company, { name: 'Ben Baker', email: 'ben@contact.example' });
  await say(company, ann, 'Good morning, is my order on its way?');
  return company;
}

const overflowOn = ({ page }: Person) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Makes one, and answers its file. */
async function makeArchive({ page }: Person): Promise<Buffer> {
  await page.getByRole('button', { name: 'Make an archive' }).press('Enter');
  await page.getByText('The archive is ready').waitFor({ timeout: longMs });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download the archive of/ }).press('Enter');
  return readFile(await (await download).path());
}

/** By the link that follows what it says. */
async function openMade({ page }: Person, said: RegExp): Promise<string> {
  await page.getByText(said).waitFor({ timeout: longMs });
  await page.getByRole('status').filter({ hasText: said }).getByRole('link').press('Enter');
  await page.getByRole('main').waitFor();
  await page.waitForURL((url) => !url.pathname.includes('/settings'));
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

test('an owner makes an archive, downloads it and brings it in as another company; a damaged one changes nothing', async () => {
  const company = await newCompanyWithPeople();
  const owner = await newPerson();
  const { page } = owner;
  await open(owner, `${company.path}/settings/data`);
  await page.getByText('No archive yet').waitFor();

  const file = await makeArchive(owner);
  await settled(page);
  expect(await violationsInBothThemes(owner)).toEqual(none);
  await page.setViewportSize({ width: 390, height: 844 });
  await until(() => overflowOn(owner), 0);

  const damaged = Buffer.from(file);
  damaged[Math.floor(damaged.length / 2)] = (damaged[Math.floor(damaged.length / 2)] ?? 0) ^ 0xff;
  await page.getByLabel('File').setInputFiles({ name: 'damaged.atrium.zst', mimeType: '', buffer: damaged });
  await page.getByRole('button', { name: 'Bring it in' }).press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: /byte [\d,]+/ })
    .waitFor({ timeout: longMs });
  expect(await violationsInBothThemes(owner)).toEqual(none);

  await page.getByLabel('File').setInputFiles({ name: 'whole.atrium.zst', mimeType: '', buffer: file });
  await page.getByRole('textbox', { name: 'Name of the new company' }).fill(`${company.name} again`);
  await page.getByRole('button', { name: 'Bring it in' }).press('Enter');
  const slug = await openMade(owner, /The company is there, with/);

  expect(slug).toBe(`${company.slug}-again`);
  expect(await namesIn(slug)).toEqual(['Ann Lee', 'Ben Baker']);
  expect(owner.complaints).toEqual([]);
}, 180_000);

test('a sandbox says on each page what it is, has other people in it, and is deleted before its time', async () => {
  const company = await newCompanyWithPeople();
  const owner = await newPerson();
  const { page } = owner;
  await open(owner, `${company.path}/settings/data`);
  expect(await page.getByRole('complementary', { name: 'Sandbox' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Make a sandbox' }).press('Enter');
  const slug = await openMade(owner, /The sandbox is ready until/);
  const invented = await namesIn(slug);
  expect(invented).toHaveLength(2);
  expect(invented.filter((name) => ['Ann Lee', 'Ben Baker'].includes(name))).toEqual([]);

  for (const path of ['', '/inbox', '/contacts', '/settings/data']) {
    await open(owner, `/tenant/${slug}${path}`);
    await page.getByText(/^Sandbox · ends .* · people are invented$/).waitFor();
    expect([path, await violationsInBothThemes(owner)]).toEqual([path, none]);
    const overflow = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    if (path === '/inbox') expect(overflow).toBeLessThanOrEqual(0);
  }

  await page.getByRole('button', { name: 'Delete this sandbox…' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete sandbox' }).press('Enter');
  await page
    .getByText(/ is deleted\.$/)
    .first()
    .waitFor({ timeout: longMs });
  await page.getByRole('heading', { name: 'Welcome to Atrium' }).waitFor();
  await page.goto(`/tenant/${slug}`);
  await page.getByRole('heading', { name: 'There is no such company' }).waitFor();
}, 180_000);

test('an owner looks back, and a contact that was changed and one that was deleted become what they were', async () => {
  const company = await newCompanyWithPeople();
  const owner = await newPerson();
  const { page } = owner;
  await open(owner, `${company.path}/settings/data`);
  await makeArchive(owner);
  const { contacts } = await ask('{ contacts(first: 50) { nodes { id name } } }', {}, company.slug);
  const idOf = (name: string) => contacts.nodes.find((contact: { name: string }) => contact.name === name).id;
  await ask(
    `mutation ($change: UpdateContactInput!, $remove: DeleteContactInput!) {
       updateContact(input: $change) { userErrors { message } } deleteContact(input: $remove) { userErrors { message } }
     }`,
    { change: { id: idOf('Ann Lee'), name: 'Wrong Name' }, remove: { id: idOf('Ben Baker') } },
    company.slug,
  );
  await newContact(company, { name: 'Cy New', email: 'cy@contact.example' });

  await page.getByRole('link', { name: /^Look back to/ }).press('Enter');
  await page.getByRole('button', { name: 'Compare with now' }).press('Enter');
  await page.getByRole('row', { name: 'Contacts 1 1 1' }).waitFor({ timeout: longMs });
  await page.reload();
  const list = page.getByRole('list', { name: 'Contacts that differ' });
  await list.getByText('Cy New').waitFor();
  await settled(page);
  expect(await violationsInBothThemes(owner)).toEqual(none);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await violationsOn(owner)).toEqual([]);
  await until(() => overflowOn(owner), 0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await list.getByRole('checkbox', { name: /Wrong Name/ }).press('Space');
  await page.getByRole('button', { name: 'Take over 1 chosen…' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take over' }).press('Enter');
  await page.getByText(/1 contact is again/).waitFor({ timeout: longMs });
  expect(await namesIn(company.slug)).toEqual(['Ann Lee', 'Cy New']);
  await page.getByRole('button', { name: 'Take over all 2…' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take over' }).press('Enter');

  await until(() => namesIn(company.slug), ['Ann Lee', 'Ben Baker', 'Cy New']);
  expect(owner.complaints).toEqual([]);
}, 180_000);

test('the isolation is proven, and the report is there to keep; members are told that this is for owners', async () => {
  const company = await newCompany();
  const owner = await newPerson();
  const { page } = owner;
  await open(owner, `${company.path}/settings/data`);
  const card = page.getByRole('region', { name: 'Proof of isolation' });

  await card.getByRole('button', { name: 'Prove it now' }).press('Enter');
  const report = card.getByRole('button', { name: 'Download the report' });
  await report.waitFor({ timeout: longMs });
  const download = page.waitForEvent('download');
  await report.press('Enter');

  expect(await readFile(await (await download).path(), 'utf8')).toMatch(/^# Proof of isolation/);
  expect(await card.getByRole('definition').last().textContent()).toBe('0');
  expect(await violationsInBothThemes(owner)).toEqual(none);
  const member = await newPerson({ token: await newColleague(company.slug) });
  await open(member, `${company.path}/settings/data`);
  await member.page.getByText('are for owners of the company').waitFor();
  expect(await member.page.getByRole('button', { name: 'Make an archive' }).count()).toBe(0);
  expect(await violationsInBothThemes(member)).toEqual(none);
  expect([...owner.complaints, ...member.complaints]).toEqual([]);
}, 180_000);
