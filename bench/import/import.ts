import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { startEmbeddedPostgres } from '../../api/src/embedded-postgres/embedded-postgres';
import { closeBrowser, newPerson, type Person } from '../../e2e/kit/browser';
import { ask, type Company, newCompany } from '../../e2e/kit/company';
import { type Running, startSystem } from '../../e2e/kit/system';
import { ensureChromium } from '../../tools/setup/chromium.mjs';
import { shareNoSystem } from '../own-system';
import { postmasterPid } from '../processes';
import { say, withClient } from '../target';
import { childrenLike, watchMemory } from './memory';
import { downloadRefused, faultsOf, importFile, type Ran, undo } from './page';
import { type Expected, fileOf, knownEmail, mended } from './rows';

const [apiProgram, browserProgram] = ['api/dist/api/src/main.js', '--headless'];

interface World {
  system: Running;
  company: Company;
  person: Person;
  client: Client;
  databaseUrl: string;
  folder: string;
}

/**
 * A file with broken rows, imported through the page in Chromium: each row counted right, the mended rows taken, all of it undone to the byte;
 * then once more with the API killed and the page reloaded half-way. Errors: says what was wrong.
 */
export async function measureImport({ rows }: { rows: number }): Promise<void> {
  process.env['CHROMIUM_PATH'] = await ensureChromium(new AbortController().signal);
  shareNoSystem();
  const system = await startSystem();
  const folder = mkdtempSync(join(tmpdir(), 'atrium-import-'));
  try {
    const company = await newCompany(system.webUrl);
    // The API has started the server; this borrows it, so that it outlives an API that is killed.
    const database = await startEmbeddedPostgres({ dataDir: system.dataDir, log: say });
    try {
      await withClient(database.url, async (client) => {
        const person = await newPerson({ webUrl: system.webUrl });
        const world = { system, company, person, client, databaseUrl: database.url, folder };
        const faults = [...(await calmly(world, rows)), ...(await killed(world, rows))];
        if (faults.length > 0) throw new Error(`Missed:\n${faults.join('\n')}`);
      });
    } finally {
      await database.stop();
    }
  } finally {
    await closeBrowser();
    await system.stop();
    rmSync(folder, { recursive: true });
  }
}

async function calmly(world: World, rows: number): Promise<string[]> {
  const { company, person, databaseUrl, folder } = world;
  await fill(world, rows);
  const before = await checksum(world);
  const file = join(folder, 'leads.csv');
  const expected = writeFile(file, rows);
  const postmaster = await postmasterPid(databaseUrl);
  const memory = watchMemory({
    api: () => childrenLike(apiProgram),
    database: () => [postmaster],
    browser: () => childrenLike(browserProgram).slice(0, 1),
  });
  const ran = await importFile(person, company, file);
  const held = memory();
  report(rows, ran, held);
  const faults = faultsOf(ran, expected);
  const importAt = person.page.url();

  const { text, count } = mended(await downloadRefused(person.page));
  writeFileSync(join(folder, 'mended.csv'), text);
  const again = await importFile(person, company, join(folder, 'mended.csv'));
  faults.push(...faultsOf(again, { created: count, changed: 0, unchanged: 0, refused: 0 }));
  if (count !== expected.refused)
    faults.push(`expected ${expected.refused} rows in the file of refused ones, got ${count}`);

  await undo(person.page);
  await person.page.goto(importAt);
  const undone = await undo(person.page);
  say(`\nUndone in ${undone.seconds.toFixed(1)} s: ${undone.told}`);
  return [...faults, ...(await changesSince(world, before))];
}

/** The API as by a failure of power, the page as by a person. */
async function killed(world: World, rows: number): Promise<string[]> {
  const { company, person, system, folder, client } = world;
  const before = await checksum(world);
  const file = join(folder, 'leads.csv');
  const expected = writeFile(file, rows);
  const ran = await importFile(person, company, file, async () => {
    const half = rows / 2;
    while ((await importedOf(world)) < half) await new Promise((later) => setTimeout(later, 20));
    for (const pid of childrenLike(apiProgram)) process.kill(pid, 'SIGKILL');
    await system.restartApi();
    await person.page.reload();
  });
  const { rows: twice } = await client.query('select email from contacts group by email having count(*) > 1');
  const faults = faultsOf(ran, expected);
  if (twice.length > 0) faults.push(`${twice.length} addresses are there twice`);
  await undo(person.page);
  say('\nKilled and reloaded half-way, then undone: nothing twice, nothing missing.');
  return [...faults, ...(await changesSince(world, before))];
}

const importedOf = async ({ client }: World): Promise<number> =>
  Number(
    (
      await client.query('select coalesce(max(last_number) filter (where state = $1), 0) as n from imports', [
        'running',
      ])
    ).rows[0].n,
  );

function writeFile(path: string, rows: number): Expected {
  const file = openSync(path, 'w');
  const pieces = fileOf(rows);
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) return piece.value;
    writeSync(file, piece.value);
  }
}

/** The contacts that the file is about besides its own. */
async function fill({ company, client, system }: World, rows: number): Promise<void> {
  const { rows: tenants } = await client.query('select schema_name as schema from public.tenants where slug = $1', [
    company.slug,
  ]);
  await client.query(`set search_path = "${tenants[0].schema}", public`);
  const start = 'mutation { startImport(input: { name: "Known" }) { import { id } } }';
  const { startImport } = await ask(start, {}, company.slug, system.apiUrl);
  const bring = 'mutation ($input: ImportContactsInput!) { importContacts(input: $input) { userErrors { message } } }';
  const all = Math.ceil(rows / 100) + 1;
  for (let from = 0; from < all; from += 500) {
    const some = Array.from({ length: Math.min(500, all - from) }, (_, n) => ({
      number: from + n + 1,
      name: 'Known',
      email: knownEmail(from + n),
      metadata: { weight: 0.1 },
    }));
    await ask(bring, { input: { importId: startImport.import.id, rows: some } }, company.slug, system.apiUrl);
  }
  await ask(
    `mutation { finishImport(input: { importId: "${startImport.import.id}" }) { userErrors { message } } }`,
    {},
    company.slug,
    system.apiUrl,
  );
}

const tables = ['contacts', 'contact_activity', 'contact_changes'];

async function checksum({ client }: World): Promise<string[]> {
  const sums: string[] = [];
  for (const table of tables) {
    const { rows } = await client.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from ${table} t`,
    );
    sums.push(`${table} ${rows[0].sum}`);
  }
  return sums;
}

async function changesSince(world: World, before: string[]): Promise<string[]> {
  const after = await checksum(world);
  return after.flatMap((sum, index) =>
    sum === before[index] ? [] : [`after undoing: ${before[index]} became ${sum}`],
  );
}

function report(rows: number, { checkSeconds, importSeconds }: Ran, held: Record<string, number>): void {
  say('| rows | checked, rows a second | imported, rows a second | API, MB | PostgreSQL, MB | Chromium, MB |');
  say('|---|---|---|---|---|---|');
  const figures = [rows / checkSeconds, rows / importSeconds, ...Object.values(held)];
  say(`| ${[rows.toLocaleString('en'), ...figures.map((figure) => figure.toFixed(0))].join(' | ')} |`);
}
