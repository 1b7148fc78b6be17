import { randomUUID } from 'node:crypto';
import { download, headersOf, taskOf } from '../testing/archive-tasks';
import { newTenant, send, type TestTenant } from '../testing/new-tenant';
import { behindTheApi } from '../testing/test-api';

/** Processes hear of a new membership by looking twice a second. */
async function readWhenOpen(tenant: TestTenant, id: string) {
  for (const until = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const document = '{ currentTenant { name } contacts { nodes { name } } }';
    const { data, errors } = await send(tenant.api, document, {}, { ...headersOf(tenant), 'x-tenant-id': id });
    if (!errors) return data;
    if (errors[0]?.extensions.code !== 'TENANT_NOT_FOUND' || Date.now() > until)
      throw new Error(JSON.stringify(errors));
  }
}

const sendPart = (tenant: TestTenant, upload: string, offset: number, part: Uint8Array) =>
  fetch(`${tenant.api.url}/archives/${upload}?offset=${offset}`, {
    method: 'POST',
    headers: { ...headersOf(tenant), 'content-type': 'application/zstd' },
    body: new Blob([part as Uint8Array<ArrayBuffer>]),
  });

test('an owner takes the company out and brings it in again as a new one, over the web', async () => {
  const tenant = await newTenant();
  await tenant.createContact({ name: 'Zoë Traveller' });

  const exported = await taskOf(tenant, 'exportArchive', { purpose: 'Moving house' });
  const { archives } = await tenant.query('{ archives { id bytes rows reason checksum madeAt schemaVersion } }');
  const response = await download(tenant, exported.result.archiveId);
  const file = Buffer.from(await response.arrayBuffer());
  const upload = randomUUID();
  const half = file.length >> 1;
  const first = await sendPart(tenant, upload, 0, file.subarray(0, half));
  const again = await sendPart(tenant, upload, 0, file.subarray(0, half));
  const second = await sendPart(tenant, upload, half, file.subarray(half));
  const imported = await taskOf(tenant, 'importArchive', { uploadId: upload, name: 'Brought in' });

  expect(exported).toMatchObject({ status: 'DONE', result: { bytes: file.length } });
  expect(archives).toEqual([
    expect.objectContaining({ id: exported.result.archiveId, bytes: file.length, reason: 'ASKED' }),
  ]);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="company-.*\.atrium\.zst"$/);
  expect([first.status, again.status, second.status]).toEqual([200, 409, 200]);
  expect(await again.json()).toEqual({ received: half });
  expect(imported).toMatchObject({ status: 'DONE', failure: null });
  const read = await readWhenOpen(tenant, imported.result.tenantId);
  expect(read).toEqual({ currentTenant: { name: 'Brought in' }, contacts: { nodes: [{ name: 'Zoë Traveller' }] } });
  const log = await behindTheApi<{ action: string }>(
    `select action from public.audit_log where tenant_id = $1 and action like 'archive.%' order by created_at`,
    [tenant.id],
  );
  expect(log.map(({ action }) => action)).toEqual([
    'archive.exportArchive',
    'archive.download',
    'archive.importArchive',
  ]);
}, 60_000);

test('nobody else takes it out, and an unknown one is none', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const { result } = await taskOf(tenant, 'exportArchive', {});

  const answers = await Promise.all([
    download(tenant, result.archiveId, other),
    download(tenant, randomUUID(), other),
    download(tenant, randomUUID()),
    download(tenant, 'x'),
    download(tenant, `..%2f${tenant.id}%2f${result.archiveId}`),
  ]);
  const told = await Promise.all(answers.map((answer) => answer.text()));

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  const withoutId = (text: string) => text.replaceAll(/[0-9a-f-]{36}/g, '');
  expect(new Set(told.map(withoutId)).size).toBe(1);
}, 30_000);

test('what another company has been sent is brought in by its own owner alone', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const upload = randomUUID();
  await sendPart(tenant, upload, 0, Buffer.from('a part of a file'));
  const document = `mutation ($input: ImportArchiveInput!) { importArchive(input: $input) { task { id } userErrors { code field } } }`;

  const taken = await other.query(document, { input: { uploadId: upload } });
  const added = await sendPart(other, upload, 0, Buffer.from('another'));
  const goneOn = await sendPart(tenant, upload, 16, Buffer.from(', and more'));

  expect(taken.importArchive).toEqual({ task: null, userErrors: [{ code: 'NOT_FOUND', field: ['uploadId'] }] });
  // Under the same id it is another file: that of the company that sends it.
  expect(await added.json()).toEqual({ received: 7 });
  expect(await goneOn.json()).toEqual({ received: 26 });
});

test('of two who send the same part at once, one is told to go on from where the file has come to', async () => {
  const tenant = await newTenant();
  const upload = randomUUID();
  const part = Buffer.alloc(4 * 1024 * 1024, 'a');

  const answers = await Promise.all([sendPart(tenant, upload, 0, part), sendPart(tenant, upload, 0, part)]);
  const far = await sendPart(tenant, upload, 999_999_999_999_999, Buffer.from('x'));
  const farther = await sendPart(tenant, upload, 1e21, Buffer.from('x'));

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(far.status).toBe(409);
  expect(await far.json()).toEqual({ received: part.length });
  expect(farther.status).toBe(400);
});

test('a file that is brought in twice at once makes one company', async () => {
  const tenant = await newTenant();
  const { result } = await taskOf(tenant, 'exportArchive', {});
  const file = Buffer.from(await (await download(tenant, result.archiveId)).arrayBuffer());
  const upload = randomUUID();
  await sendPart(tenant, upload, 0, file);

  const ended = await Promise.all(
    ['One', 'Two'].map((name) => taskOf(tenant, 'importArchive', { uploadId: upload, name })),
  );

  expect(ended.map(({ status }) => status).sort()).toEqual(['DONE', 'FAILED']);
  expect(ended.find(({ status }) => status === 'FAILED')?.failure).toBe('What was sent is not here any more.');
}, 30_000);

test('a file that is damaged ends its task with the place, and is gone', async () => {
  const tenant = await newTenant();
  const upload = randomUUID();
  await sendPart(tenant, upload, 0, Buffer.from('not an archive at all'.repeat(20)));

  const failed = await taskOf(tenant, 'importArchive', { uploadId: upload });
  const again = await tenant.query(
    `mutation ($input: ImportArchiveInput!) { importArchive(input: $input) { task { id } userErrors { code field } } }`,
    { input: { uploadId: upload } },
  );

  expect(failed).toMatchObject({
    status: 'FAILED',
    failure: 'The file is damaged at byte 0: this is not an archive of Atrium.',
  });
  expect(again.importArchive).toEqual({ task: null, userErrors: [{ code: 'NOT_FOUND', field: ['uploadId'] }] });
}, 30_000);

test('a part that is too large, of no known kind or out of place leaves what was sent as it is', async () => {
  const tenant = await newTenant();
  const upload = randomUUID();

  const large = await sendPart(tenant, upload, 0, Buffer.alloc(9 * 1024 * 1024));
  const ahead = await sendPart(tenant, upload, 10, Buffer.from('x'));
  const text = await fetch(`${tenant.api.url}/archives/${upload}?offset=0`, {
    method: 'POST',
    headers: { ...headersOf(tenant), 'content-type': 'application/json' },
    body: '{}',
  });
  const nowhere = await sendPart(tenant, '..%2f..%2fetc', 0, Buffer.from('x'));

  expect([large.status, ahead.status, text.status, nowhere.status]).toEqual([400, 409, 400, 400]);
  expect(await ahead.json()).toEqual({ received: 0 });
});
