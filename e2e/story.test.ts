import { randomUUID } from 'node:crypto';
import { newPerson, open } from './kit/browser';

test('a company registers, keeps a contact, and its words are seen elsewhere at once and after a reload', async () => {
  const ann = await newPerson();
  const { page } = ann;
  const name = `Nordlicht ${randomUUID().slice(0, 8)}`;

  await open(ann, '/');
  await page.getByRole('tab', { name: 'Create a company' }).click();
  await page.getByRole('textbox', { name: 'Company name' }).fill(name);
  await page.getByText(name.toLowerCase().replace(' ', '-')).waitFor();
  await page.getByRole('button', { name: 'Create company' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();

  await page.getByRole('link', { name: 'Create the first contact' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Rosa Lindqvist');
  await page.getByRole('textbox', { name: 'Email' }).fill('rosa@lindqvist.example');
  await page.getByRole('button', { name: 'Save and write' }).click();
  const composer = page.getByRole('textbox', { name: 'Message to Rosa Lindqvist' });
  await composer.waitFor();

  const ben = await newPerson();
  await open(ben, new URL(page.url()).pathname);
  await composer.fill('Good morning Rosa,');
  await composer.press('Shift+Enter');
  await composer.pressSequentially('your parts are here.');
  await composer.press('Enter');

  await ben.page.getByRole('region', { name: 'Messages' }).getByText('your parts are here.').waitFor();
  await page.reload();
  await page.getByRole('region', { name: 'Messages' }).getByText('Good morning Rosa,').waitFor();
  expect(await page.getByRole('region', { name: 'Messages' }).getByText('your parts are here.').count()).toBe(1);
  expect([...ann.complaints, ...ben.complaints]).toEqual([]);
});
