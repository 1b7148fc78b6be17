import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLifecycle } from '../app';
import type { DatabaseUrls } from '../database/roles';
import type { FleetScope } from '../jobs/jobs';
import { byCommand } from '../tenancy/lifecycle/by';
import { download, headersOf, lasting, taskOf } from '../testing/archive-tasks';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi, newDatabase, startTestApi, type TestApi } from '../testing/test-api';
import { TestBucket } from '../testing/test-bucket';
import { exportArchive } from './export-archive';
import { dropOldArchives, keepNightlyArchives } from './nightly';

/** Long before the next night, whenever the test runs. */
const morning = new Date(new Date().setUTCHours(3, 0, 0, 0));
const away =
  'The store of archives cannot be reached (ECONNREFUSED). Please try again later; the operator of this deployment can look into it.';
const secret = 'of the deployment, for this test alone';
const folder = mkdtempSync(join(tmpdir(), 'atrium-bucket-archives-'));

let bucket: TestBucket;
let urls: DatabaseUrls;
let api: TestApi;
let fleet: FleetScope;

beforeAll(async () => {
  bucket = await TestBucket.start();
  urls = await newDatabase();
  api = await startTestApi({ urls, archives: archives(), secret });
  const { tenancy, lifecycle, post } = api.app;
  fleet = { tenancy, lifecycle, post };
}, 60_000);

afterAll(async () => {
  await api.stop();
  await bucket.remove();
  rmSync(folder, { recursive: true });
});

const archives = () => ({ folder, bucket: bucket.settings, keepDays: 7, isNightly: true });

const inDatabase = <Row extends object>(text: string, values: unknown[] = []) =>
  behindTheApi<Row>(text, values, urls.owner);

/** Each of so many notes is 8 KB, which packing makes 4. */
async function newCompany(notes: number): Promise<TestTenant> {
  const tenant = await newTenant(undefined, api);
  const { id } = await tenant.createContact({ name: 'Zoë Traveller' });
  await inDatabase(
    `insert into "${tenant.schemaName}".contact_notes (id, contact_id, content, created_at)
     select gen_random_uuid(), $1, (select string_agg(md5(n || '-' || k), '') from generate_series(1, 250) k), now() from generate_series(1, $2) n`,
    [id, notes],
  );
  return tenant;
}

const listed = async ({ id }: Pick<TestTenant, 'id'>) =>
  inDatabase<{ place: string; reason: string }>(
    'select place, reason from public.archives where tenant_id = $1 order by made_at',
    [id],
  );

const objectsOf = ({ id }: Pick<TestTenant, 'id'>) => bucket.objects().filter((key) => key.startsWith(`atrium/${id}/`));

async function tablesOf(id: string) {
  const { tenancy } = api.app;
  const tenant = await tenancy.registry.findTenant(id);
  if (!tenant) throw new Error('expected the tenant');
  const { tables } = await exportArchive({ tenancy, tenant, sink: async () => undefined, report: () => undefined });
  return lasting(tables);
}

test('an archive in the bucket is listed, downloaded, and brought in with all its rows', async () => {
  const tenant = await newCompany(2_500);

  const exported = await taskOf(tenant, 'exportArchive', {});
  const file = Buffer.from(await (await download(tenant, exported.result.archiveId)).arrayBuffer());
  const upload = randomUUID();
  for (let at = 0; at < file.length; at += 2 ** 20) {
    await fetch(`${api.url}/archives/${upload}?offset=${at}`, {
      method: 'POST',
      headers: { ...headersOf(tenant), 'content-type': 'application/zstd' },
      body: new Blob([new Uint8Array(file.subarray(at, at + 2 ** 20))]),
    });
  }
  const imported = await taskOf(tenant, 'importArchive', { uploadId: upload, name: 'Brought in' });

  expect(exported).toMatchObject({ status: 'DONE', result: { bytes: file.length } });
  // In more than one part.
  expect(bucket.asked.filter(({ path }) => path.includes('partNumber=')).length).toBeGreaterThan(1);
  expect(objectsOf(tenant)).toEqual([`atrium/${tenant.id}/${exported.result.archiveId}.atrium.zst`]);
  const { archives: shown } = await tenant.query('{ archives { id bytes } }');
  expect(shown).toEqual([{ id: exported.result.archiveId, bytes: file.length }]);
  expect(imported).toMatchObject({ status: 'DONE', failure: null });
  expect(await tablesOf(imported.result.tenantId)).toEqual(await tablesOf(tenant.id));
  // The folder is for what is sent here alone.
  expect(readdirSync(folder)).toEqual(['uploads']);
}, 120_000);

test('sandboxes and earlier states come out of the bucket, and a sandbox leaves nothing in it', async () => {
  const tenant = await newCompany(3);
  const { result } = await taskOf(tenant, 'exportArchive', {});
  await inDatabase(`delete from "${tenant.schemaName}".contact_notes`);

  const sandbox = await taskOf(tenant, 'createSandbox', { name: 'Sandbox' });
  const rewind = await taskOf(tenant, 'rewindPreview', { archiveId: result.archiveId });

  expect(sandbox).toMatchObject({ status: 'DONE', failure: null });
  expect(rewind).toMatchObject({ status: 'DONE', result: { contacts: { added: 0, changed: 1, deleted: 0 } } });
  expect(bucket.objects().filter((key) => key.startsWith('atrium/clones/'))).toEqual([]);
}, 60_000);

test('while the store is away tasks and downloads say so, everything else goes on, and later they succeed', async () => {
  const tenant = await newCompany(3);
  const { result } = await taskOf(tenant, 'exportArchive', {});
  await bucket.stop();

  const failed = await taskOf(tenant, 'exportArchive', {});
  const rewind = await taskOf(tenant, 'rewindPreview', { archiveId: result.archiveId });
  const response = await download(tenant, result.archiveId);
  const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
  await tenant.createContact({ name: 'Written meanwhile' });

  expect(failed).toMatchObject({ status: 'FAILED', failure: away });
  expect(rewind).toMatchObject({ status: 'FAILED', failure: away });
  expect([response.status, errors[0]?.message]).toEqual([503, away]);
  expect(errors[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(await listed(tenant)).toHaveLength(1);
  await bucket.startAgain();
  expect(await taskOf(tenant, 'exportArchive', {})).toMatchObject({ status: 'DONE' });
  expect((await download(tenant, result.archiveId)).status).toBe(200);
  expect(await listed(tenant)).toHaveLength(2);
}, 60_000);

/** A run ends when its time is over, and is taken up again. */
async function nightOf(now: Date): Promise<void> {
  for (;;) {
    const next = await keepNightlyArchives({ ...fleet, now: new Date(Math.max(now.getTime(), Date.now())) });
    if (next.getTime() - Date.now() > 60_000) return;
  }
}

test('a night in which the store takes nothing ends with its sentence after three companies, and the next run keeps all', async () => {
  const tenants = [await newCompany(1), await newCompany(1), await newCompany(1), await newCompany(1)];
  let refused = 0;
  bucket.instead = (_asked, response) => {
    refused += 1;
    response.writeHead(403).end();
    return true;
  };
  await expect(nightOf(morning)).rejects.toThrow('The store of archives refused it (403)');
  expect(refused).toBe(3);
  bucket.instead = () => false;
  await bucket.stop();
  await expect(nightOf(morning)).rejects.toThrow(away);
  expect((await Promise.all(tenants.map(listed))).flat()).toEqual([]);
  await bucket.startAgain();

  await nightOf(morning);

  const kept = await Promise.all(tenants.map(listed));
  expect(kept.map((of) => of.map(({ reason }) => reason))).toEqual(tenants.map(() => ['nightly']));
  expect(tenants.flatMap(objectsOf)).toEqual(kept.flat().map(({ place }) => `atrium/${place}`));
}, 60_000);

test('one archive that the store refuses keeps no other company from its night', async () => {
  const [refused, taken] = [await newCompany(1), await newCompany(1)];
  bucket.instead = ({ method, path }, response) => {
    if (method !== 'PUT' || !path.includes(refused.id)) return false;
    response.writeHead(403).end();
    return true;
  };

  await expect(nightOf(morning)).rejects.toThrow('The store of archives refused it (403)');

  bucket.instead = () => false;
  expect([(await listed(refused)).length, (await listed(taken)).length]).toEqual([0, 1]);
  await nightOf(morning);
  expect(await listed(refused)).toHaveLength(1);
}, 60_000);

test('archives whose days are over leave the bucket, and a company that is dropped takes its own along', async () => {
  const [old, dropped] = [await newCompany(1), await newCompany(1)];
  await taskOf(old, 'exportArchive', {});
  await taskOf(dropped, 'exportArchive', {});
  await taskOf(dropped, 'exportArchive', {});
  await inDatabase(`update public.archives set made_at = made_at - interval '8 days' where tenant_id = $1`, [old.id]);

  await dropOldArchives({ ...fleet, now: new Date() });
  const lifecycle = openLifecycle(api.app.tenancy, { deletionGraceDays: 0 });
  const name = (await dropped.query('{ currentTenant { name } }')).currentTenant.name;
  await lifecycle.delete(byCommand({ id: randomUUID(), name: 'Operator' }), dropped.id, name);
  const { removed } = await lifecycle.drop(dropped.id);

  expect([await listed(old), objectsOf(old)]).toEqual([[], []]);
  expect(removed.outside).toContainEqual({ what: 'archives', count: 2 });
  expect(objectsOf(dropped)).toEqual([]);
}, 60_000);
