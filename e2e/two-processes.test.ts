import { newPerson, open } from './kit/browser';
import { ask, newCompany, newContact, say } from './kit/company';
import { type Running, startSystem } from './kit/system';

let first: Running;
let second: Running;

beforeAll(async () => {
  first = await startSystem();
  second = await startSystem({ dataDir: first.dataDir });
});

afterAll(async () => {
  await second.stop();
  await first.stop();
});

test('a message sent through one API process is seen in a browser that talks to the other', async () => {
  const company = await newCompany(first.apiUrl);
  const contact = await newContact(company, {}, first.apiUrl);
  const { page } = await newPerson({ webUrl: second.webUrl }).then(async (person) => {
    await open(person, contact.path);
    return person;
  });

  await say(company, contact, 'Through the other door', 'CONTACT', first.apiUrl);

  await page.getByRole('region', { name: 'Messages' }).getByText('Through the other door').waitFor();
  const { contact: read } = await ask(
    'query ($id: ID!) { contact(id: $id) { name } }',
    { id: contact.id },
    company.slug,
    second.apiUrl,
  );
  expect(read.name).toBe('Ann Lee');
});
