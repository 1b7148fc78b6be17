import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseUrls } from '../../database/roles';
import { newTenant } from '../../testing/new-tenant';
import { behindTheApi, newDatabase, startTestApi } from '../../testing/test-api';

let urls: DatabaseUrls;
let folder: string;

beforeAll(async () => {
  urls = await newDatabase();
  folder = await mkdtemp(join(tmpdir(), 'atrium-receipts-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** `database`: null where the command has to do without one. */
function start(args: string[], database: string | null = urls.owner) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/cli/tenants.ts', ...args], {
    cwd: resolve(__dirname, '../../..'),
    env: {
      PATH,
      HOME,
      SWC_NODE_PROJECT: 'tsconfig.json',
      DATABASE_URL: database ?? 'postgres://nobody@127.0.0.1:1/none',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  child.stderr.on('data', (text) => (said.err += text));
  const ended = once(child, 'exit').then(([code]): Ran => ({ code, ...said }));
  return { child, ended };
}

const run = (...args: string[]): Promise<Ran> => start(args).ended;
const read = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out);

test('a company goes its way by commands, from its registration to the receipt of its end', async () => {
  const made = await read('create', 'Acme Europe', '--owner', 'olive@people.example');
  expect(made).toMatchObject({ name: 'Acme Europe', slug: 'acme-europe', status: 'active' });
  expect(made.invitation).toContain('/invitation#atrium_');

  expect(await read('rename', 'acme-europe', 'Acme World')).toMatchObject({ name: 'Acme World', slug: 'acme-world' });
  expect(await read('suspend', 'acme-europe', '--reason', 'Under review.')).toMatchObject({
    status: 'suspended',
    statusReason: 'Under review.',
  });
  expect(await read('resume', made.id)).toMatchObject({ status: 'active', statusReason: null });

  const unsure = await run('delete', 'acme-world');
  expect(unsure).toMatchObject({ code: 1, out: '' });
  expect(unsure.err).toContain('add --yes if that is meant');
  expect(await read('delete', 'acme-world', '--yes')).toMatchObject({ status: 'deleting' });
  expect(await read('restore', 'acme-world')).toMatchObject({ status: 'active' });
  const receipt = await read('delete', 'acme-world', '--yes', '--now');
  expect(receipt).toMatchObject({ company: { id: made.id, name: 'Acme World' }, askedBy: { name: 'Operator' } });

  const gone = await run('resume', 'acme-world');
  expect(gone).toMatchObject({ code: 1, err: expect.stringContaining('There is no company acme-world.') });
}, 120_000);

test('a receipt is verified by one command, without the database where the key is given', async () => {
  await run('create', 'Short lived');
  await run('delete', 'short-lived', '--yes', '--now');
  const [receipt, key] = [await run('receipt', 'short-lived'), await run('key')];
  const [file, keyFile, changed] = ['receipt.json', 'key.pem', 'changed.json'].map((name) => join(folder, name));
  await writeFile(file as string, receipt.out);
  await writeFile(keyFile as string, key.out);
  await writeFile(changed as string, receipt.out.replace('Short lived', 'Long lived'));

  const here = await run('verify-receipt', file as string);
  const elsewhere = await start(['verify-receipt', file as string, '--key', keyFile as string], null).ended;
  const forged = await start(['verify-receipt', changed as string, '--key', keyFile as string], null).ended;

  expect(here).toMatchObject({ code: 0, out: expect.stringContaining('Short lived (short-lived) was dropped at') });
  expect(elsewhere).toMatchObject({ code: 0, out: here.out });
  expect(forged).toMatchObject({ code: 1, err: expect.stringContaining('The signature does not fit') });
}, 120_000);

test('a deletion that is killed again and again goes on where it was, and its receipt counts everything once', async () => {
  const api = await startTestApi({ urls });
  const tenant = await newTenant('Killed', api);
  for (let i = 0; i < 5; i += 1) await tenant.createContact();
  await api.stop();
  let kills = 0;
  for (const table of ['contacts', 'events', 'messages']) {
    const { child, ended } = start(['delete', 'killed', '--yes', '--now']);
    const isGone = async () => {
      const [row] = await behindTheApi<{ isGone: boolean }>(
        `select to_regclass($1) is null as "isGone"`,
        [`"${tenant.schemaName}".${table}`],
        urls.owner,
      );
      return row?.isGone;
    };
    while (!(await isGone()) && child.exitCode === null) await sleep(2);
    kills += child.exitCode === null && child.kill('SIGKILL') ? 1 : 0;
    await ended;
  }

  const { code } = await run('delete', 'killed', '--yes', '--now');
  const { receipt } = JSON.parse((await run('receipt', tenant.id)).out);

  expect(kills).toBe(3);
  expect(code).toBe(0);
  const rows = Object.fromEntries(
    receipt.removed.tables.map((each: { table: string; rows: number }) => [each.table, each.rows]),
  );
  expect(rows).toMatchObject({ contacts: 5, conversations: 5, contact_activity: 5 });
  const left = await behindTheApi('select 1 from pg_roles where rolname = $1', [tenant.schemaName], urls.owner);
  expect(left).toEqual([]);
}, 120_000);
