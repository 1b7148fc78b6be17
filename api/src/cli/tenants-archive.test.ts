import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTenancy } from '../app';
import { ArchiveReason } from '../archive/archive';
import { keepArchive } from '../archive/keep-archive';
import type { DatabaseUrls } from '../database/roles';
import type { Tenant } from '../tenancy/tenant';
import { behindTheApi, newDatabase } from '../testing/test-api';

const api = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'atrium-archive-cli-'));
const secret = 'of the deployment, for this test alone';
let urls: DatabaseUrls;
let acme: Tenant;
/** Of Acme, when all of its contacts were there. */
let archiveId: string;

beforeAll(async () => {
  urls = await newDatabase();
  const tenancy = openTenancy(urls, { archives: { folder, keepDays: 7, isNightly: true }, secret });
  await tenancy.migrator.migrateRegistry();
  acme = await tenancy.createTenant({ name: 'Acme', idempotencyKey: null });
  await inDatabase(
    `insert into "${acme.schemaName}".contacts (id, name, email)
     select gen_random_uuid(), 'Zoë ' || n, n || '@customer.example' from generate_series(1, 5) n`,
  );
  const work = { tenancy, tenant: acme, reason: ArchiveReason.NIGHTLY, taskId: null, report: () => undefined };
  ({ archiveId } = await keepArchive(work));
  await tenancy.close();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

const inDatabase = <Row extends object>(text: string, values: unknown[] = []) =>
  behindTheApi<Row>(text, values, urls.owner);

const contactsIn = async (schemaName: string) =>
  (await inDatabase<{ name: string }>(`select name from "${schemaName}".contacts order by name`)).map(
    ({ name }) => name,
  );

/** As it is called in a terminal, or by a program. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/cli/tenants.ts', ...args], {
    cwd: api,
    env: {
      ...process.env,
      SWC_NODE_PROJECT: join(api, 'tsconfig.json'),
      DATABASE_URL: urls.owner,
      DATABASE_DIRECT_URL: '',
      ARCHIVE_DIR: folder,
      ATRIUM_SECRET: secret,
      INIT_CWD: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

test('a company is cloned by command, and the sandbox is told of with its end', async () => {
  const told = await run('clone', 'acme', '--as', 'Trial');
  const read = await run('clone', acme.id, '--as', 'Trial', '--json');
  const unknown = await run('clone', 'nobody', '--as', 'Trial');
  const nobodys = await run('clone', 'acme', '--as', 'Trial', '--owner', 'nobody@people.example');

  expect(told).toEqual({ code: 0, err: '', out: expect.stringMatching(/^trial is there, until \d{4}-\d\d-\d\d\.\n$/) });
  expect(read.code).toBe(0);
  const cloned = JSON.parse(read.out);
  expect(cloned).toEqual({ tenantId: expect.any(String), slug: 'trial-2', endsAt: expect.any(String) });
  const [{ schema } = { schema: '' }] = await inDatabase<{ schema: string }>(
    `select schema_name as schema from public.tenants where id = $1 and status = 'active' and sandbox_of = $2`,
    [cloned.tenantId, acme.id],
  );
  const names = await contactsIn(schema);
  expect(names).toHaveLength(5);
  expect(names.filter((name) => name.includes('Zoë'))).toEqual([]);
  expect(unknown).toEqual({ code: 1, out: '', err: 'There is no company nobody that is in use.\n' });
  expect(nobodys).toEqual({ code: 1, out: '', err: 'There is no account nobody@people.example.\n' });
  expect(readdirSync(join(folder, 'clones'))).toEqual([]);
}, 60_000);

test('an earlier state is looked at by command, and contacts become again what they were', async () => {
  const [{ id } = { id: '' }] = await inDatabase<{ id: string }>(
    `delete from "${acme.schemaName}".contacts where name = 'Zoë 1' returning id`,
  );
  await inDatabase(`update "${acme.schemaName}".contacts set name = 'Changed' where name = 'Zoë 2'`);

  const looked = await run('rewind', 'acme', '--to', archiveId);
  const taken = await run('rewind', 'acme', '--to', archiveId, '--take', id, '--json');
  const rest = await run('rewind', 'acme', '--to', archiveId, '--take', 'all');

  expect(looked).toMatchObject({ code: 0, err: '' });
  expect(looked.out).toMatch(
    /^Since then, of contacts: 0 added, 1 changed, 1 deleted; of conversations: 0 added, 0 changed, 0 deleted\.\nThe earlier state lies beside it for two days, as [0-9a-f-]{36}\.\n$/,
  );
  expect(JSON.parse(taken.out)).toMatchObject({
    contacts: { added: 0, changed: 1, deleted: 1 },
    sample: expect.arrayContaining([{ id, name: 'Zoë 1', kind: 'deleted' }]),
    taken: 1,
  });
  expect(rest).toMatchObject({ code: 0, out: expect.stringContaining('\n1 contact is what it was.\n') });
  expect(await contactsIn(acme.schemaName)).toEqual(['Zoë 1', 'Zoë 2', 'Zoë 3', 'Zoë 4', 'Zoë 5']);
}, 60_000);

test('what an earlier state cannot be made of is told in a sentence', async () => {
  const wrong = await run('rewind', 'acme', '--to', 'tuesday');
  const unknown = await run('rewind', 'acme', '--to', randomUUID());
  const early = await run('rewind', 'acme', '--to', 'yesterday');
  const nobody = await run('rewind', 'acme', '--to', archiveId, '--take', 'ann');

  expect(wrong).toEqual({ code: 1, out: '', err: '--to must be the id of an archive, or yesterday; it is tuesday.\n' });
  expect(unknown).toEqual({ code: 1, out: '', err: 'There is no such archive of acme.\n' });
  expect(early).toEqual({ code: 1, out: '', err: 'There is no such archive of acme.\n' });
  expect(nobody).toEqual({
    code: 1,
    out: '',
    err: '--take must be all, or the ids of contacts with commas between; it is ann.\n',
  });
}, 60_000);

test('a file that is taken out is brought in again, and a damaged one is not', async () => {
  const out = await run('export', 'acme', '--out', 'acme.zst', '--json');
  const brought = await run('import', 'acme.zst', '--name', 'Acme again', '--json');
  const file = readFileSync(join(folder, 'acme.zst'));
  writeFileSync(join(folder, 'cut.zst'), file.subarray(0, file.length - 9));
  const cut = await run('import', 'cut.zst');
  const none = await run('import', 'none.zst');

  const exported = JSON.parse(out.out);
  expect(exported).toMatchObject({ file: join(folder, 'acme.zst'), bytes: file.length });
  expect(JSON.parse(brought.out)).toEqual({
    tenantId: expect.any(String),
    slug: 'acme-again',
    rows: exported.rows,
    checksum: exported.checksum,
  });
  expect(cut).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^The file is damaged at byte [\d,]+ .*: it ends in the middle of block \d+\.\n$/),
  });
  expect(none).toEqual({ code: 1, out: '', err: `There is no file ${join(folder, 'none.zst')}.\n` });
}, 60_000);

const hasZstd = spawnSync('zstd', ['--version']).status === 0;

(hasZstd ? test : test.skip)(
  'the file is read by the system’s zstd alone',
  async () => {
    await run('export', 'acme', '--out', 'plain.zst');

    const read = spawnSync('zstd', ['-dc', join(folder, 'plain.zst')], { encoding: 'utf8' });

    expect({ status: read.status, err: read.stderr }).toEqual({ status: 0, err: '' });
    const lines = read.stdout.split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 1, tenant: { slug: 'acme' } });
    expect(lines.filter((line) => line.includes('\tZoë '))).toHaveLength(5);
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ rows: expect.any(Number) });
  },
  60_000,
);
