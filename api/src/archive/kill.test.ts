import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pino from 'pino';
import { openTenancy } from '../app';
import type { DatabaseUrls } from '../database/roles';
import { TaskStore } from '../task/task-store';
import { Tasks } from '../task/tasks';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';
import { lasting } from '../testing/archive-tasks';
import { dyingTask } from '../testing/dying-task';
import { behindTheApi, newDatabase } from '../testing/test-api';
import { TestBucket } from '../testing/test-bucket';
import { ArchiveReason } from './archive';
import { archiveFeature } from './archive.feature';
import { readFrom } from './archive-file';
import { ArchiveList } from './archive-list';
import { exportArchive } from './export-archive';
import { checkArchive } from './import-archive';
import { keepArchive } from './keep-archive';
import { dropOldArchives } from './nightly';

const report = () => undefined;
const kinds = archiveFeature.tasks ?? {};
const folder = mkdtempSync(join(tmpdir(), 'atrium-kill-'));
const archives = { folder, keepDays: 7, isNightly: false };
const secret = 'of the deployment, for this test alone';
const hourMs = 3_600_000;

let urls: DatabaseUrls;
let tenancy: Tenancy;
let store: TaskStore;

beforeAll(async () => {
  urls = await newDatabase();
  tenancy = openTenancy(urls, { archives, secret });
  await tenancy.migrator.migrateRegistry();
  store = new TaskStore(tenancy.budget);
});

afterAll(async () => {
  await tenancy.close();
  rmSync(folder, { recursive: true });
});

const inDatabase = <Row extends object>(text: string, values: unknown[] = []) =>
  behindTheApi<Row>(text, values, urls.owner);

/** With messages for several blocks of an archive. */
async function newCompany(name: string): Promise<Tenant> {
  const { id, schemaName: s } = await tenancy.createTenant({ name, idempotencyKey: null });
  const [contact, conversation] = [randomUUID(), randomUUID()];
  await inDatabase(`insert into "${s}".contacts (id, name, email) values ($1, 'Zoë Ó Briain', 'zoe@contact.example')`, [
    contact,
  ]);
  await inDatabase(
    `insert into "${s}".conversations (id, contact_id, subject, message_count) values ($1, $2, 'Order', 3000)`,
    [conversation, contact],
  );
  await inDatabase(
    `insert into "${s}".messages (id, conversation_id, number, sender_type, content)
     select gen_random_uuid(), $1, n, 'contact', repeat('Where is order ' || n || '? ', 15) from generate_series(1, 3000) n`,
    [conversation],
  );
  return (await tenancy.registry.findTenant(id)) as Tenant;
}

const keep = (tenant: Tenant) => keepArchive({ tenancy, tenant, reason: ArchiveReason.NIGHTLY, taskId: null, report });

const placeOf = async ({ id }: Tenant, archiveId: string) =>
  join(folder, (await new ArchiveList(tenancy.budget).find(archiveId, id))?.place ?? '');

const dieAt = (kind: string, step: string) => dyingTask({ urls, archives, secret }, kind, { step });

/** As if the minute of the dead were over; then all that is left to do is done here. */
async function takeUp(by = tenancy): Promise<void> {
  await inDatabase(`update public.tasks set leased_until = now() - interval '1 second' where status = 'running'`);
  await new Tasks(store, { kinds, tenancy: by, logger: pino({ level: 'silent' }) }).runWaiting();
}

const ended = async (id: string) => {
  const task = await store.find(id, null);
  return { status: task?.status, failure: task?.failure, result: task?.result as Record<string, string> };
};

const tablesOf = async (tenantId: string) => {
  const tenant = (await tenancy.registry.findTenant(tenantId)) as Tenant;
  return lasting((await exportArchive({ tenancy, tenant, sink: async () => undefined, report })).tables);
};

const filesIn = (name: string): string[] => readdirSync(join(folder, name));

const tenantsIn = async (status: string) =>
  (await inDatabase<{ id: string }>('select id from public.tenants where status = $1', [status])).map(({ id }) => id);

test('whatever is killed in the middle leaves nothing that looks whole; begun again it ends right, and what was left is swept', async () => {
  const [out, into, copied, back] = await Promise.all(
    ['Taken out', 'Brought in', 'Copied', 'Looked back'].map(newCompany),
  );
  if (!out || !into || !copied || !back) throw new Error('expected four companies');
  const upload = randomUUID();
  const sent = join(folder, 'uploads', into.id, `${upload}.upload`);
  mkdirSync(dirname(sent), { recursive: true });
  copyFileSync(await placeOf(into, (await keep(into)).archiveId), sent);
  const { archiveId } = await keep(back);
  await inDatabase(`delete from "${back.schemaName}".messages where number > 2990`);
  const add = (kind: string, { id }: Tenant, input: object = {}) =>
    store.add({ kind, tenantId: id, askedBy: null, input });
  const tasks = {
    exported: await add('exportArchive', out),
    imported: await add('importArchive', into, { uploadId: upload, name: 'In again' }),
    sandbox: await add('createSandbox', copied, { name: 'Sandbox' }),
    rewind: await add('rewindPreview', back, { archiveId }),
  };

  const signals = await Promise.all([
    dieAt('exportArchive', 'Writing'),
    dieAt('importArchive', 'Bringing in messages'),
    dieAt('createSandbox', 'Bringing in messages'),
    dieAt('rewindPreview', 'Comparing'),
  ]);

  expect(signals).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGKILL']);
  expect(await tenantsIn('active')).toHaveLength(4);
  expect(await tenantsIn('creating')).toHaveLength(3);
  expect(await new ArchiveList(tenancy.budget).list(out.id)).toEqual([]);
  expect(filesIn(out.id)).toEqual([expect.stringMatching(/\.part$/)]);
  expect(filesIn('clones')).toHaveLength(1);

  await takeUp();

  const { exported, imported, sandbox, rewind } = tasks;
  const results = await Promise.all([exported, imported, sandbox, rewind].map(({ id }) => ended(id)));
  expect(results).toEqual(results.map(({ result }) => ({ status: 'done', failure: null, result })));
  const [kept, made, cloned, rewound] = results.map(({ result }) => result);
  const file = await placeOf(out, kept?.['archiveId'] ?? '');
  expect((await checkArchive(readFrom(file), report)).checksum).toBe(kept?.['checksum']);
  expect(await tablesOf(made?.['tenantId'] ?? '')).toEqual(await tablesOf(into.id));
  const [original] = await inDatabase<{ count: number }>(
    `select count(*)::int as count from "${copied.schemaName}".messages`,
  );
  const inClone = (await tablesOf(cloned?.['tenantId'] ?? '')).find(({ table }) => table === 'messages');
  expect(inClone?.rows).toBe(original?.count);
  expect(rewound).toMatchObject({
    contacts: { added: 0, changed: 0, deleted: 0 },
    conversations: { added: 0, changed: 1, deleted: 0 },
  });

  await inDatabase(`update public.tenants set status_until = now() where status = 'creating' and id <> $1`, [
    rewound?.['rewindId'],
  ]);
  await tenancy.hidden.dropExpired();
  const now = new Date(Date.now() + 25 * hourMs);
  await dropOldArchives({ tenancy, now } as Parameters<typeof dropOldArchives>[0]);

  expect(await tenantsIn('creating')).toEqual([rewound?.['rewindId']]);
  expect(filesIn(out.id)).toEqual([`${kept?.['archiveId']}.atrium.zst`]);
  expect(filesIn('clones')).toEqual([]);
  expect(filesIn(join('uploads', into.id))).toEqual([]);
  expect(filesIn(back.id)).toHaveLength(1);
  const schemas = await inDatabase(`select from pg_namespace where nspname like 't\\_%'`);
  expect(schemas).toHaveLength((await inDatabase('select from public.tenants')).length);
}, 60_000);

test('a process that is killed right behind the new company has ended its task, and no second one is made', async () => {
  const into = await newCompany('Once');
  const upload = randomUUID();
  const sent = join(folder, 'uploads', into.id, `${upload}.upload`);
  mkdirSync(dirname(sent), { recursive: true });
  copyFileSync(await placeOf(into, (await keep(into)).archiveId), sent);
  const before = await tenantsIn('active');
  const { id } = await store.add({
    kind: 'importArchive',
    tenantId: into.id,
    askedBy: null,
    input: { uploadId: upload, name: 'Only once' },
  });

  expect(await dieAt('importArchive', 'shown')).toBe('SIGKILL');
  await takeUp();

  const made = (await tenantsIn('active')).filter((known) => !before.includes(known));
  expect(await ended(id)).toMatchObject({ status: 'done', result: { tenantId: made[0], slug: 'only-once' } });
  expect(made).toHaveLength(1);
}, 60_000);

test('what killed processes leave in a bucket is in no list, and is swept when it is a day old', async () => {
  const bucket = await TestBucket.start();
  const inBucket = { ...archives, bucket: bucket.settings };
  const other = openTenancy(urls, { archives: inBucket, secret });
  const [out, copied] = [await newCompany('Out to a bucket'), await newCompany('Copied by a bucket')];
  // Each is 8 KB, which packing makes 4: a part goes before the end.
  await inDatabase(
    `insert into "${out.schemaName}".contact_notes (id, contact_id, content, created_at)
     select gen_random_uuid(), c.id, (select string_agg(md5(n || '-' || k), '') from generate_series(1, 250) k), now()
     from "${out.schemaName}".contacts c, generate_series(1, 3000) n`,
  );
  const exported = await store.add({ kind: 'exportArchive', tenantId: out.id, askedBy: null, input: {} });
  const sandbox = await store.add({
    kind: 'createSandbox',
    tenantId: copied.id,
    askedBy: null,
    input: { name: 'Masked' },
  });
  const dying = { urls, archives: inBucket, secret };

  const signals = [
    await dyingTask(dying, 'exportArchive', { step: 'Writing', after: 0.95 }),
    await dyingTask(dying, 'createSandbox', { step: 'Bringing in messages' }),
  ];

  expect(signals).toEqual(['SIGKILL', 'SIGKILL']);
  expect(bucket.uploads().map(({ key }) => key)).toEqual([expect.stringContaining(`atrium/${out.id}/`)]);
  expect(bucket.objects()).toEqual([expect.stringContaining('atrium/clones/')]);
  expect(await new ArchiveList(tenancy.budget).list(out.id)).toEqual([]);

  await takeUp(other);
  const now = new Date(Date.now() + 25 * hourMs);
  await dropOldArchives({ tenancy: other, now } as Parameters<typeof dropOldArchives>[0]);

  const kept = await ended(exported.id);
  expect([kept, await ended(sandbox.id)]).toMatchObject([{ status: 'done' }, { status: 'done' }]);
  expect(bucket.uploads()).toEqual([]);
  expect(bucket.objects()).toEqual([`atrium/${out.id}/${kept.result['archiveId']}.atrium.zst`]);
  expect(bucket.mostAtOnce).toBe(1);
  await other.close();
  await bucket.remove();
}, 120_000);
