import { readFile } from 'node:fs/promises';
import { violationsInBothThemes } from './kit/accessibility';
import { newPerson, open, settled } from './kit/browser';
import { ask, newCompany, newContact } from './kit/company';
import { until } from './kit/until';

const rowsInAll = 3_000;
const none = { light: [], dark: [] };

/** Each hundredth is broken in one way or another; the third is about somebody who is there, the last repeats the first. */
function fileOf(): Buffer {
  const rows = Array.from({ length: rowsInAll }, (_, n) => {
    if (n === 2) return 'Known;known@acme.test;Acme;Bonn';
    if (n === rowsInAll - 1) return 'Person 0;P0@ACME.test;Acme;Bonn';
    if (n % 100 !== 50) return `Person ${n};p${n}@acme.test;Acme;"Bonn; ""West"""`;
    return [`Bad ${n};nowhere;Acme;Bonn`, `Wide ${n};w${n}@acme.test;a;b;c`, `${'x'.repeat(300)};l${n}@acme.test;a;b`][
      n % 3
    ];
  });
  return Buffer.from(`Name;E-Mail;Firma;Ort\r\n${rows.join('\r\n')}\r\n`);
}

test('a file of 3,000 rows is checked, imported over a reload, and taken back', async () => {
  const company = await newCompany();
  await newContact(company, { name: 'Known', email: 'known@acme.test' });
  const person = await newPerson();
  const { page } = person;
  await open(person, `/tenant/${company.slug}/contacts`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import contacts' }).click();

  await page.getByLabel('CSV file').setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: fileOf() });
  await page.getByText('Bonn; "West"').first().waitFor();
  expect(await violationsInBothThemes(person)).toEqual(none);
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await page.getByText('3,000 rows checked, nothing written yet.').waitFor();
  const told = await page.getByRole('list', { name: 'What will become of the rows' }).textContent();
  expect(told).toMatch(/^To create2,968.*To change0Unchanged0Skipped2.*Refused30/);
  expect(await violationsInBothThemes(person)).toEqual(none);
  expect(await contactCount(company.slug)).toBe(1);

  await page.getByRole('button', { name: 'Import 2,968 contacts' }).click();
  await until(async () => (await contactCount(company.slug)) > 1, true);
  await page.reload();
  await page.getByRole('button', { name: 'Undo the import…' }).waitFor();
  expect(await contactCount(company.slug)).toBe(2_969);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download refused rows' }).click();
  const refused = (await readFile(await (await download).path(), 'utf8')).split('\r\n');
  expect(refused).toHaveLength(32);
  expect(refused[0]).toBe('\ufeffName,E-Mail,Firma,Ort,error');
  expect(refused[3]).toContain('Wide 250,w250@acme.test,a,b,c,It has 5 cells where the first line has 4.');
  await settled(page);
  expect(await violationsInBothThemes(person)).toEqual(none);

  await page.getByRole('button', { name: 'Undo the import…' }).click();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await page.getByText('2,968 contacts taken back, 0 kept, 0 not possible.').waitFor();
  expect(await contactCount(company.slug)).toBe(1);
  expect(person.complaints).toEqual([]);
});

const contactCount = async (slug: string): Promise<number> =>
  (await ask('{ contacts { totalCount } }', {}, slug)).contacts.totalCount;
