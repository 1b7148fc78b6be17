import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTenancy } from '../../app';
import { behindTheApi, newDatabase } from '../../testing/test-api';

const api = join(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'atrium-tenants-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As it is called in a terminal, or by a program. */
async function run(databaseUrl: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/cli/tenants.ts', ...args], {
    cwd: api,
    env: {
      ...process.env,
      SWC_NODE_PROJECT: join(api, 'tsconfig.json'),
      DATABASE_URL: databaseUrl,
      DATABASE_DIRECT_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

test('the commands answer people and programs, and their exit code tells what became of it', async () => {
  const urls = await newDatabase();
  const tenancy = openTenancy(urls);
  await tenancy.migrator.migrateRegistry();
  const acme = await tenancy.createTenant({ name: 'Acme', idempotencyKey: null });
  await tenancy.createTenant({ name: 'Globex', idempotencyKey: null });
  await tenancy.close();
  await behindTheApi(`drop index ${acme.schemaName}.contacts_source_idx`, [], urls.owner);
  const page = join(folder, 'proof.md');

  const listed = await run(urls.owner, 'list', '--search', 'acm', '--json');
  const status = await run(urls.owner, 'status');
  const migrated = await run(urls.owner, 'migrate', '--json');
  const drifted = await run(urls.owner, 'verify');
  const repaired = await run(urls.owner, 'verify', '--tenant', 'acme', '--repair', '--json');
  const proved = await run(urls.owner, 'prove', '--tenant', 'acme', '--out', page);
  const unknown = await run(urls.owner, 'migrate', '--tenant', 'nobody');
  const moved = await run(urls.owner, 'move', 'acme', '--to', 'worker-1');

  expect(moved).toMatchObject({ code: 1, err: expect.stringContaining('without Citus: all companies lie on it.') });
  expect(JSON.parse(listed.out)).toEqual([expect.objectContaining({ slug: 'acme', status: 'active', failure: null })]);
  expect(status.out).toContain('2 companies are active.');
  expect(JSON.parse(migrated.out)).toMatchObject({ changed: 0, failures: [], stopped: null });
  expect(drifted).toMatchObject({
    code: 2,
    out: expect.stringContaining('acme: The index contacts_source_idx on contacts is missing.'),
  });
  expect(repaired.code).toBe(0);
  expect(JSON.parse(repaired.out).drifted[0].differences).toEqual([expect.objectContaining({ mended: true })]);
  expect(proved.code).toBe(0);
  expect(readFileSync(page, 'utf8')).toContain('# Proof of isolation');
  expect(unknown).toMatchObject({ code: 1, err: 'There is no company nobody: expected a slug or an id.\n' });
}, 120_000);
