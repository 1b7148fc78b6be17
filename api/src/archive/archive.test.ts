import { randomUUID } from 'node:crypto';
import { decompress } from '@bokuweb/zstd-wasm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTenancy, tenantMigrations } from '../app';
import { migrationFrom } from '../tenancy/fleet/migration-list';
import type { Tenancy } from '../tenancy/tenancy';
import { lasting } from '../testing/archive-tasks';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi, testApi, testDatabaseUrls, useOwnDatabase } from '../testing/test-api';
import { type Exported, exportArchive } from './export-archive';
import { ArchiveDamaged, headBytes, readHead } from './format';
import { type Imported, importCompany } from './import-company';

class AddNickname1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table contacts add column nickname text not null default 'none'`);
  }
  async down(): Promise<void> {}
}

beforeAll(useOwnDatabase);

/** With contacts, conversations, messages, notes and what goes with them. */
async function newCompany(contacts = 3): Promise<TestTenant> {
  const tenant = await newTenant();
  for (let i = 0; i < contacts; i += 1) {
    const { conversationId } = await tenant.createContact({
      name: `Zoë\tTab\\back ${i}`,
      email: `zoe-${i}-${randomUUID()}@contact.example`,
      phone: `+49 30 12345${i}`,
      metadata: { note: 'line\nfeed "quoted"', deep: { numbers: [1.5, -2.25] } },
    });
    for (let n = 0; n < 4; n += 1) await tenant.sendMessage(conversationId, `Message ${n} of ${i}\nwith \\N and \tend`);
  }
  return tenant;
}

async function exportOf({ id }: Pick<TestTenant, 'id'>, given?: Tenancy): Promise<Exported & { file: Buffer }> {
  const tenancy = given ?? (await testApi()).app.tenancy;
  const tenant = await tenancy.registry.findTenant(id);
  if (!tenant) throw new Error('expected the tenant');
  const pieces: Buffer[] = [];
  const sink = async (bytes: Buffer) => void pieces.push(bytes);
  const exported = await exportArchive({ tenancy, tenant, sink, report: () => undefined });
  return { ...exported, file: Buffer.concat(pieces) };
}

async function* inPieces(file: Buffer, size = 10_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

async function importOf(file: Buffer, given?: Tenancy): Promise<Imported> {
  const tenancy = given ?? (await testApi()).app.tenancy;
  return importCompany({
    tenancy,
    source: () => inPieces(file),
    name: `Imported ${randomUUID().slice(0, 8)}`,
    ownerId: null,
    report: () => undefined,
  });
}

/** Where each block begins. */
const blocksOf = (file: Buffer): number[] => {
  const starts: number[] = [];
  for (let at = 0; at < file.length; ) {
    starts.push(at);
    at += headBytes + (readHead(file.subarray(at, at + headBytes))?.packedBytes ?? Number.NaN);
  }
  return starts;
};

const schemas = async () =>
  (
    await behindTheApi<{ count: number }>(`select count(*)::int as count from pg_namespace where nspname like 't\\_%'`)
  )[0]?.count;

test('a company that is taken out and brought in is the same, row by row, under another id', async () => {
  const tenant = await newCompany();
  const before = await exportOf(tenant);

  const imported = await importOf(before.file);
  const after = await exportOf({ id: imported.tenantId });

  expect(imported.tenantId).not.toBe(tenant.id);
  expect(lasting(after.tables)).toEqual(lasting(before.tables));
  expect(before.tables).toContainEqual(expect.objectContaining({ table: 'messages', rows: expect.any(Number) }));
  expect(before.tables.find(({ table }) => table === 'messages')?.rows).toBeGreaterThanOrEqual(12);
  const indexesOf = (schemaName: string) =>
    behindTheApi<{ name: string; definition: string }>(
      `select indexname as name, replace(indexdef, $1, 'it') as definition from pg_indexes where schemaname = $1 order by 1`,
      [schemaName],
    );
  const made = await (await testApi()).app.tenancy.registry.findTenant(imported.tenantId);
  expect(made).toMatchObject({ status: 'active' });
  expect(await indexesOf(made?.schemaName ?? '')).toEqual(await indexesOf(tenant.schemaName));
});

test('what is written meanwhile is in the next archive, and in this one is nothing half', async () => {
  const tenant = await newCompany(1);
  const { tenancy } = (await testApi()).app;
  const found = await tenancy.registry.findTenant(tenant.id);
  let isWritten = false;

  const pieces: Buffer[] = [];
  const exported = await exportArchive({
    tenancy,
    tenant: found as NonNullable<typeof found>,
    report: () => undefined,
    sink: async (bytes) => {
      pieces.push(bytes);
      if (isWritten) return;
      isWritten = true;
      const { conversationId } = await tenant.createContact();
      await tenant.sendMessage(conversationId, 'Came in the middle');
    },
  });
  const next = await exportOf(tenant);

  const rowsOf = (of: Exported, name: string) => of.tables.find(({ table }) => table === name)?.rows;
  expect(rowsOf(exported, 'contacts')).toBe(1);
  expect(rowsOf(next, 'contacts')).toBe(2);
  expect((await importOf(Buffer.concat(pieces))).rows).toBe(exported.rows);
});

test('unpacked, without what stands between its frames, it is lines as they are documented', async () => {
  const { file } = await exportOf(await newCompany(1));

  const starts = blocksOf(file);
  const text = starts
    .map((at, i) => Buffer.from(decompress(file.subarray(at + headBytes, starts[i + 1]))).toString('utf8'))
    .join('');

  const lines = text.split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 1, isMasked: false, members: [{ role: 'owner' }] });
  expect(lines).toContainEqual(expect.stringMatching(/^\{"table":"contacts","columns":\["id","name"/));
  expect(text).toContain('Message 0 of 0\\nwith \\\\N and \\tend');
});

test('an archive of the version before is brought up to date on its way in', async () => {
  const { file } = await exportOf(await newCompany(2));
  const later = openTenancy(await testDatabaseUrls(), {
    migrations: [...tenantMigrations, migrationFrom(AddNickname1900000000001)],
  });
  try {
    const { tenantId } = await importOf(file, later);

    const tenant = await later.registry.findTenant(tenantId);
    expect(tenant?.schemaVersion).toBe('1900000000001');
    const rows = await behindTheApi(`select nickname from "${tenant?.schemaName}".contacts`);
    expect(rows).toEqual([{ nickname: 'none' }, { nickname: 'none' }]);
    const { file: newer } = await exportOf({ id: tenantId }, later);
    await expect(importOf(newer)).rejects.toThrow(/of a later version/);
  } finally {
    await later.close();
  }
});

describe('an archive that is not whole', () => {
  const changed = (file: Buffer, at: number, mask = 0x01) => {
    const copy = Buffer.from(file);
    copy[at] = (copy[at] ?? 0) ^ mask;
    return copy;
  };
  const cut = (file: Buffer, from: number, to: number) => Buffer.concat([file.subarray(0, from), file.subarray(to)]);
  const rowsBlock = (starts: number[], file: Buffer) =>
    starts.findIndex((at) => readHead(file.subarray(at, at + headBytes))?.kind === 3);

  type Damage = (file: Buffer, starts: number[]) => Buffer;
  const start = (starts: number[], i: number) => starts.at(i) ?? 0;
  const damages: [string, Damage][] = [
    ['is empty', () => Buffer.alloc(0)],
    ['is cut in its first head', (file) => file.subarray(0, 20)],
    ['is cut behind its header', (file, starts) => file.subarray(0, start(starts, 1))],
    ['is cut in the middle', (file) => file.subarray(0, file.length >> 1)],
    ['is cut before its trailer', (file, starts) => file.subarray(0, start(starts, -1))],
    ['lacks its last byte', (file) => file.subarray(0, -1)],
    ['has a byte more', (file) => Buffer.concat([file, Buffer.from([0])])],
    ['comes twice', (file) => Buffer.concat([file, file])],
    ['has another first byte', (file) => changed(file, 0)],
    ['is another program’s', () => Buffer.from('PK\u0003\u0004'.padEnd(5_000, 'x'))],
    ['has another mark', (file, starts) => changed(file, start(starts, 2) + 9)],
    ['has another number of a block', (file, starts) => changed(file, start(starts, 2) + 12)],
    ['has another kind of a block', (file, starts) => changed(file, start(starts, 2) + 16)],
    ['has another count of rows', (file, starts) => changed(file, start(starts, rowsBlock(starts, file)) + 20)],
    ['has another length of content', (file, starts) => changed(file, start(starts, 3) + 24, 0x80)],
    ['has another packed length', (file, starts) => changed(file, start(starts, 3) + 28)],
    ['has another digest', (file, starts) => changed(file, start(starts, 4) + 40)],
    [
      'has a bit turned in rows',
      (file, starts) => changed(file, start(starts, rowsBlock(starts, file)) + headBytes + 30),
    ],
    ['has a bit turned in its trailer', (file) => changed(file, file.length - 5)],
    ['lacks a block', (file, starts) => cut(file, start(starts, 3), start(starts, 4))],
    [
      'has two blocks in the other order',
      (file, starts) =>
        Buffer.concat([
          file.subarray(0, start(starts, 2)),
          file.subarray(start(starts, 3), start(starts, 4)),
          file.subarray(start(starts, 2), start(starts, 3)),
          file.subarray(start(starts, 4)),
        ]),
    ],
    ['has a block of another archive', (file, starts) => Buffer.concat([file.subarray(0, start(starts, 5)), other(5)])],
  ];
  let whole: Buffer;
  let another: Buffer;
  const other = (i: number) => another.subarray(start(blocksOf(another), i));
  beforeAll(async () => {
    whole = (await exportOf(await newCompany(2))).file;
    another = (await exportOf(await newCompany(1))).file;
  }, 60_000);

  test.each(damages)('and %s changes nothing, and the sentence says where', async (_what, damage) => {
    const before = await schemas();
    const file = damage(whole, blocksOf(whole));

    const refusal = await importOf(file).catch((error: Error) => error);

    expect(refusal).toBeInstanceOf(ArchiveDamaged);
    expect((refusal as Error).message).toMatch(
      /^The file is damaged at byte [\d,]+( \(table [a-z_]+, after row [\d,]+\))?: /,
    );
    expect(await schemas()).toBe(before);
  });
});
