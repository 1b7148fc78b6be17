import { createHash, randomUUID } from 'node:crypto';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi, testApi, useOwnDatabase } from '../testing/test-api';
import { readArchive } from './archive-reader';
import { exportArchive } from './export-archive';
import {
  ArchiveDamaged,
  type ArchiveHeader,
  BlockKind,
  countRows,
  digestOf,
  noDigest,
  type TableHead,
  writeHead,
} from './format';
import { type Imported, importCompany } from './import-company';
import { pack } from './zstd';

interface Block {
  kind: BlockKind;
  raw: Buffer;
  /** What stands in the file in place of `raw` packed. */
  packed?: Buffer;
  rawBytes?: number;
}

/** What an archive says, to be changed before it is written again, with digests and sums that fit. */
interface Story {
  header: ArchiveHeader;
  tables: { head: TableHead; rows: Buffer[] }[];
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

function write(blocks: Block[]): Buffer {
  let digest: Buffer = noDigest;
  const pieces = blocks.map(({ kind, raw, packed = pack(raw), rawBytes = raw.length }, number) => {
    const rows = kind === BlockKind.ROWS ? countRows(raw) : 0;
    const fields = { number, kind, rows, rawBytes, packedBytes: packed.length };
    digest = digestOf(digest, fields, packed);
    return Buffer.concat([writeHead({ ...fields, digest }), packed]);
  });
  return Buffer.concat(pieces);
}

function forge({ header, tables }: Story, change: (blocks: Block[]) => Block[] = (blocks) => blocks): Buffer {
  const sums = tables.map(({ head, rows }) => {
    const all = Buffer.concat(rows);
    return { table: head.table, rows: countRows(all), sha256: createHash('sha256').update(all).digest('hex') };
  });
  const trailer = { tables: sums, rows: sums.reduce((all, { rows }) => all + rows, 0) };
  return write(
    change([
      { kind: BlockKind.HEADER, raw: line(header) },
      ...tables.flatMap(({ head, rows }) => [
        { kind: BlockKind.TABLE, raw: line(head) },
        ...rows.map((raw) => ({ kind: BlockKind.ROWS, raw })),
      ]),
      { kind: BlockKind.TRAILER, raw: line(trailer) },
    ]),
  );
}

async function storyOf({ id }: TestTenant): Promise<Story> {
  const { tenancy } = (await testApi()).app;
  const tenant = await tenancy.registry.findTenant(id);
  if (!tenant) throw new Error('expected the tenant');
  const pieces: Buffer[] = [];
  const sink = async (bytes: Buffer) => void pieces.push(bytes);
  await exportArchive({ tenancy, tenant, sink, report: () => undefined });
  const story: Partial<Story> & Pick<Story, 'tables'> = { tables: [] };
  for await (const part of readArchive(inPieces(Buffer.concat(pieces)))) {
    if (part.kind === 'header') story.header = part.header;
    if (part.kind === 'table') story.tables.push({ head: part.head, rows: [] });
    if (part.kind === 'rows') story.tables.at(-1)?.rows.push(part.rows);
  }
  return story as Story;
}

async function* inPieces(file: Buffer, size = 10_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

async function bringIn(file: Buffer, name: string | null = null): Promise<Imported> {
  const { tenancy } = (await testApi()).app;
  return importCompany({ tenancy, source: () => inPieces(file), name, ownerId: null, report: () => undefined });
}

beforeAll(useOwnDatabase);

/** Why it was not brought in; nothing is left of it. */
async function refusalOf(file: Buffer): Promise<string> {
  const count = async () => (await behindTheApi(`select from pg_namespace where nspname like 't\\_%'`)).length;
  const before = await count();
  const refusal = await bringIn(file).catch((error: Error) => error);
  expect(refusal).toBeInstanceOf(ArchiveDamaged);
  expect(await count()).toBe(before);
  return (refusal as Error).message;
}

const tableIn = ({ tables }: Story, name: string) => {
  const found = tables.find(({ head }) => head.table === name);
  if (!found) throw new Error(`expected the table ${name}`);
  return found;
};

const schemaOf = async (id: string): Promise<string> => {
  const tenant = await (await testApi()).app.tenancy.registry.findTenant(id);
  return tenant?.schemaName ?? '';
};

let tenant: TestTenant;
let victim: TestTenant;
let story: Story;

beforeAll(async () => {
  [tenant, victim] = [await newTenant(), await newTenant('Victim')];
  const { conversationId } = await tenant.createContact({ name: 'Zoë Own' });
  await tenant.sendMessage(conversationId, 'Mine');
  await victim.createContact({ name: 'Vic Tim' });
}, 60_000);

beforeEach(async () => {
  story = await storyOf(tenant);
});

test('whoever names another company in the header gets a new one, and the other stays as it is', async () => {
  const before = await storyOf(victim);
  story.header.tenant = { ...before.header.tenant };

  const { tenantId, slug } = await bringIn(forge(story));

  expect([victim.id, tenant.id]).not.toContain(tenantId);
  expect(slug).not.toBe(victim.slug);
  expect((await storyOf(victim)).tables).toEqual(before.tables);
});

test.each([
  ['another schema', (schema: string) => `${schema}.contacts`],
  ['another schema, quoted', (schema: string) => `"${schema}"."contacts"`],
  ['a statement', () => 'contacts; drop table contacts'],
  ['a path', () => '../contacts'],
])('a table that is named as %s is none', async (_what, nameIn) => {
  const contacts = tableIn(story, 'contacts');
  const name = nameIn(victim.schemaName);
  const named = story.header.tables.find((table) => table.name === 'contacts');
  if (named) named.name = name;
  contacts.head.table = name;

  expect(await refusalOf(forge(story))).toContain('does not say what it should');
});

test.each(['tenants', 'pg_authid', 'differences'])('the table %s, which no company has, is refused', async (name) => {
  story.header.tables.push({ name, rows: 0 });
  story.tables.push({ head: { table: name, columns: ['id'] }, rows: [] });

  expect(await refusalOf(forge(story))).toContain(`The archive has the table ${name}, which its version`);
});

test('a name that is a path, HTML or SQL is a name', async () => {
  story.header.tenant.slug = '../../../etc';
  const name = `../../etc/passwd"><script>'); drop schema public; --`;

  const { tenantId, slug } = await bringIn(forge(story), name);

  expect(slug).toMatch(/^[a-z0-9-]+$/);
  expect(await (await testApi()).app.tenancy.registry.findTenant(tenantId)).toMatchObject({ name });
});

describe('a block that would unpack to a gigabyte', () => {
  const gigabyte = 1024 ** 3;
  /** The head of a frame that says it holds that much, in a single segment, and a block of one byte repeated behind it. */
  const bomb = (says: number) => {
    const head = Buffer.alloc(13);
    head.writeUInt32LE(0xfd2fb528, 0);
    head[4] = 0xe0;
    head.writeBigUInt64LE(BigInt(says), 5);
    const repeated = Buffer.alloc(4);
    // The last block, of one byte repeated 128 KiB times.
    repeated.writeUIntLE(1 | (1 << 1) | ((128 * 1024) << 3), 0, 3);
    repeated[3] = 0x41;
    return Buffer.concat([head, repeated]);
  };
  const asRows = (packed: Buffer, rawBytes: number) =>
    forge(story, (blocks) =>
      blocks.map((block) => (block.kind === BlockKind.ROWS ? { ...block, packed, rawBytes } : block)),
    );

  test.each<[string, () => Buffer]>([
    ['and says so in its head', () => asRows(bomb(gigabyte), gigabyte)],
    ['and says so in its frame alone', () => asRows(bomb(gigabyte), 1_000)],
    ['and says less', () => asRows(bomb(1_000), 1_000)],
    ['in a second frame', () => asRows(Buffer.concat([pack(Buffer.alloc(1_000, 'a')), bomb(gigabyte)]), 1_000)],
    [
      'behind a frame to be skipped',
      () => asRows(Buffer.concat([Buffer.from('502a4d1800000000', 'hex'), bomb(gigabyte)]), 1_000),
    ],
    ['and is 64 MiB by the head and more by the frame', () => asRows(bomb(gigabyte), 64 * 1024 * 1024)],
  ])('%s is refused, and takes no memory', async (_what, file) => {
    const bytes = file();
    const before = process.memoryUsage().rss;

    expect(await refusalOf(bytes)).toMatch(/^The file is damaged at byte [\d,]+/);

    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('rows that the tables do not take', () => {
  const contactRow = () => String(Buffer.concat(tableIn(story, 'contacts').rows));
  const withContacts = (text: string) => {
    tableIn(story, 'contacts').rows = [Buffer.from(text)];
    return refusalOf(forge(story));
  };

  test.each<[string, (row: string) => string, RegExp]>([
    ['come twice', (row) => row + row, /contacts, row 2, was refused .*duplicate key/],
    ['lack a name', (row) => row.replace('Zoë Own', '\\N'), /contacts, row 1, was refused .*null value/],
    [
      'have too long a name',
      (row) => row.replace('Zoë Own', 'x'.repeat(201)),
      /row 1, was refused .*contacts_name_length/,
    ],
    ['have a column more', (row) => row.replace('\n', '\tmore\n'), /row 1, was refused .*extra data/],
    ['are not UTF-8', (row) => row.replace('Zoë Own', '\\xff\\xfe'), /row 1, was refused .*invalid byte sequence/],
    [
      'hold the letter that ends a text',
      (row) => row.replace('Zoë Own', 'Zo\\x00'),
      /row 1, was refused .*invalid byte sequence/,
    ],
  ])('and %s are refused with the place', async (_what, change, sentence) => {
    expect(await withContacts(change(contactRow()))).toMatch(sentence);
  });

  test('and belong to nobody are refused', async () => {
    story.tables = story.tables.filter(({ head }) => head.table !== 'contacts');
    story.header.tables = story.header.tables.filter(({ name }) => name !== 'contacts');

    expect(await refusalOf(forge(story))).toMatch(/refused by the database: .*foreign key/);
  });

  test('and end before their end are refused, since rows behind it would be lost', async () => {
    const row = contactRow();

    expect(await withContacts(`\\.\n${row}`)).toMatch(/^The archive’s table contacts /);
  });
});

test('ten thousand tiny blocks are brought in', async () => {
  const contacts = tableIn(story, 'contacts');
  const places = Object.fromEntries(contacts.head.columns.map((column, i) => [column, i]));
  const [own = ''] = String(Buffer.concat(contacts.rows)).split('\n');
  for (let i = 0; i < 10_000; i += 1) {
    const row = own.split('\t');
    row[places['id'] ?? -1] = randomUUID();
    contacts.rows.push(Buffer.from(`${row.join('\t')}\n`));
  }

  const { tenantId } = await bringIn(forge(story));

  const [{ count } = { count: 0 }] = await behindTheApi<{ count: number }>(
    `select count(*)::int as count from "${await schemaOf(tenantId)}".contacts`,
  );
  expect(count).toBe(10_001);
}, 60_000);

test('two that bring the same file in at once get a company each', async () => {
  const file = forge(story);

  const [one, two] = await Promise.all([bringIn(file, 'At once'), bringIn(file, 'At once')]);

  expect(one.tenantId).not.toBe(two.tenantId);
  expect(one.slug).not.toBe(two.slug);
  expect(one.checksum).toBe(two.checksum);
}, 30_000);
