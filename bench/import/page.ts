import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { open, type Person } from '../../e2e/kit/browser';
import type { Company } from '../../e2e/kit/company';
import type { Expected } from './rows';

const waitMs = 1_800_000;

export interface Ran {
  checkSeconds: number;
  importSeconds: number;
  /** What the check has told, and what has become of it. */
  told: string;
  done: string;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1_000;
};

/** As a person does it: chooses the file, and that what it has replaces what is there. `meanwhile`: while rows come in. */
export async function importFile(
  person: Person,
  company: Company,
  file: string,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<Ran> {
  const { page } = person;
  page.setDefaultTimeout(waitMs);
  await open(person, `${company.path}/contacts/import`);
  await page.getByLabel('CSV file').setInputFiles(file);
  await page.getByRole('combobox', { name: 'Where a contact is there already' }).click();
  await page.getByRole('option', { name: 'Overwrite' }).click();
  const checkSeconds = await seconds(async () => {
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await page.getByText('nothing written yet').waitFor();
  });
  const told = await page.getByRole('list', { name: 'What will become of the rows' }).evaluate(countsOf);
  const importSeconds = await seconds(async () => {
    await page.getByRole('button', { name: /^Import \d/ }).click();
    await meanwhile();
    await page.getByRole('button', { name: 'Undo the import…' }).waitFor();
  });
  const done = await page.locator('dl').evaluate(countsOf);
  return { checkSeconds, importSeconds, told, done };
}

/** Without the rows that stand below each of them. */
const countsOf = (element: Element): string =>
  [...element.querySelectorAll('summary, p, dl > div')].map(({ textContent }) => textContent).join(' ');

const count = new Intl.NumberFormat('en-GB');

export function faultsOf({ told, done }: Ran, { created, changed, unchanged, refused }: Expected): string[] {
  const text = ([a, b]: [string, string]) =>
    `${a}${count.format(created)} ${b}${count.format(changed)} Unchanged${count.format(unchanged)} Skipped0 Refused${count.format(refused)}`;
  const [planned, after] = [text(['To create', 'To change']), text(['Created', 'Changed'])];
  return [
    ...(told === planned ? [] : [`expected the check to tell ${planned}, got ${told}`]),
    ...(done === after ? [] : [`expected ${after}, got ${done}`]),
  ];
}

export async function downloadRefused(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download refused rows' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** Answers what the page says of it, and how long it took. */
export async function undo(page: Page): Promise<{ told: string; seconds: number }> {
  let told = '';
  const took = await seconds(async () => {
    await page.getByRole('button', { name: 'Undo the import…' }).click();
    await page.getByRole('button', { name: 'Undo it' }).click();
    told = (await page.getByText(/taken back, .* not possible/).textContent()) ?? '';
  });
  return { told, seconds: took };
}
