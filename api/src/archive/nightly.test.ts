import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openLifecycle, openTenancy } from '../app';
import type { DatabaseUrls } from '../database/roles';
import type { FleetScope } from '../jobs/jobs';
import { byCommand } from '../tenancy/lifecycle/by';
import type { Tenancy } from '../tenancy/tenancy';
import { newTenant } from '../testing/new-tenant';
import { behindTheApi, newDatabase, startTestApi, type TestApi } from '../testing/test-api';
import { ArchiveReason } from './archive';
import { keepArchive } from './keep-archive';
import { dropOldArchives, keepNightlyArchives } from './nightly';
import { uploadsIn } from './uploads';

const dayMs = 24 * 3_600_000;
/** Long before the next night, whenever the test runs. */
const morning = new Date(new Date().setUTCHours(3, 0, 0, 0));

let api: TestApi;
let url: string;
let urls: DatabaseUrls;
let tenancy: Tenancy;
let fleet: FleetScope;
const folder = mkdtempSync(join(tmpdir(), 'atrium-nightly-'));

beforeAll(async () => {
  urls = await newDatabase();
  url = urls.owner;
  api = await startTestApi({ urls });
  tenancy = openTenancy(urls, { archives: { folder, keepDays: 7, isNightly: true } });
  fleet = { tenancy, lifecycle: api.app.lifecycle, post: api.app.post };
}, 60_000);

afterAll(async () => {
  await tenancy.close();
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

const kept = (tenantId: string) =>
  behindTheApi<{ place: string; reason: string }>(
    'select place, reason from public.archives where tenant_id = $1 order by made_at',
    [tenantId],
    url,
  );

/** As if all of it had been a day earlier. */
const aDayLater = () => behindTheApi(`update public.archives set made_at = made_at - interval '1 day'`, [], url);

/** A run ends when its time is over, and is taken up again. */
async function nightOf(now: Date): Promise<Date> {
  for (;;) {
    const next = await keepNightlyArchives({ ...fleet, now: new Date(Math.max(now.getTime(), Date.now())) });
    if (next.getTime() - Date.now() > 60_000) return next;
  }
}

test('each night keeps the companies in which something has happened, and drops what is older than its days', async () => {
  const [busy, quiet] = [await newTenant(undefined, api), await newTenant(undefined, api)];
  await busy.createContact();

  const next = await nightOf(morning);
  expect(next.getUTCHours()).toBe(2);
  expect([(await kept(busy.id)).length, (await kept(quiet.id)).length]).toEqual([1, 1]);

  await nightOf(morning);
  expect([(await kept(busy.id)).length, (await kept(quiet.id)).length]).toEqual([1, 1]);

  await aDayLater();
  await busy.createContact();
  await nightOf(morning);
  expect([(await kept(busy.id)).length, (await kept(quiet.id)).length]).toEqual([2, 1]);

  const [first, second] = await kept(busy.id);
  await dropOldArchives({ ...fleet, now: new Date(Date.now() + 6.5 * dayMs) });
  expect(await kept(busy.id)).toEqual([second]);
  expect([existsSync(join(folder, first?.place ?? '')), existsSync(join(folder, second?.place ?? ''))]).toEqual([
    false,
    true,
  ]);
  expect(readdirSync(join(folder, busy.id)).filter((name) => name.endsWith('.part'))).toEqual([]);
}, 60_000);

test('a company that cannot be read keeps no other from being kept, and is told of', async () => {
  const [broken, whole] = [await newTenant(undefined, api), await newTenant(undefined, api)];
  const counter = `"${broken.schemaName}".event_counter`;
  await behindTheApi(`alter table ${counter} rename to moved_away`, [], url);

  await expect(nightOf(morning)).rejects.toThrow('event_counter');

  expect([(await kept(broken.id)).length, (await kept(whole.id)).length]).toEqual([0, 1]);
  await behindTheApi(`alter table "${broken.schemaName}".moved_away rename to event_counter`, [], url);
  await nightOf(morning);
  expect(await kept(broken.id)).toHaveLength(1);
}, 60_000);

test('without a folder of the operator’s nothing is kept by night', async () => {
  const tenant = await newTenant(undefined, api);
  const off = openTenancy(urls, { archives: { folder, keepDays: 7, isNightly: false } });
  await keepNightlyArchives({ ...fleet, tenancy: off, now: morning });
  await off.close();

  expect(await kept(tenant.id)).toEqual([]);
});

test('of archives that somebody asked for, a company keeps the twenty newest, and those of its nights', async () => {
  const { id } = await newTenant(undefined, api);
  await nightOf(morning);
  const tenant = await tenancy.registry.findTenant(id);
  if (!tenant) throw new Error('expected the tenant');
  const asked: string[] = [];
  for (let n = 0; n < 22; n += 1) {
    const work = { tenancy, tenant, reason: ArchiveReason.ASKED, taskId: null, report: () => undefined };
    asked.push((await keepArchive(work)).archiveId);
  }

  const listed = await kept(id);

  expect(listed.filter(({ reason }) => reason === 'nightly')).toHaveLength(1);
  const places = listed.filter(({ reason }) => reason === 'asked').map(({ place }) => place);
  expect(places).toEqual(asked.slice(2).map((archiveId) => `${id}/${archiveId}.atrium.zst`));
  expect(readdirSync(join(folder, id))).toHaveLength(21);
}, 60_000);

test('a company that is dropped takes its archives along, and its receipt counts them', async () => {
  const tenant = await newTenant('Dropped with archives', api);
  await nightOf(morning);
  expect(existsSync(join(folder, tenant.id))).toBe(true);
  const sent = uploadsIn(folder);
  await sent.append(tenant.id, randomUUID(), 0, Readable.from([Buffer.from('a part')]));

  const lifecycle = openLifecycle(tenancy, { deletionGraceDays: 0 });
  await lifecycle.delete(byCommand({ id: randomUUID(), name: 'Operator' }), tenant.id, 'Dropped with archives');
  const { removed } = await lifecycle.drop(tenant.id);

  expect(removed.outside).toContainEqual({ what: 'archives', count: 1 });
  expect(existsSync(join(folder, tenant.id))).toBe(false);
  expect(existsSync(join(folder, 'uploads', tenant.id))).toBe(false);
  expect(await kept(tenant.id)).toEqual([]);
}, 60_000);
