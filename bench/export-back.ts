import { createHash, randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { hashOf, newToken } from '../api/src/access/token';
import { fillWithContacts } from './export';
import { type ServedApi, serveApi } from './served';
import { say, startApi, withClient } from './target';

const columns = ['name', 'email', 'phone', 'company', 'position', 'source', 'externalId', 'metadata'];
const rowsOfBatch = 500;
const sayEvery = 100_000;
const bitsOfSum = 128;

/** Of all lines, in whatever order they come. */
interface Content {
  lines: number;
  /** Of the lines' SHA-256, cut to 128 bits. */
  sum: bigint;
}

interface Batch {
  rows: { number: number }[];
}

/** A file of contacts, brought into another company by `importContacts`: what that one exports is the same. Errors: where it differs. */
export async function measureExportBack(databaseUrl: string, { contacts }: { contacts: number }): Promise<void> {
  const from = { slug: 'export', key: await fillWithContacts(databaseUrl, contacts) };
  const to = await newCompany(databaseUrl);
  const api = await serveApi(databaseUrl);
  try {
    const since = performance.now();
    const first = await bringOver(api, from, to, contacts);
    const seconds = (performance.now() - since) / 1_000;
    const second = await contentOf(linesOf(api, to));
    say(`${first.lines} contacts exported and imported in ${seconds.toFixed(0)} s, ${second.lines} exported again.`);
    if (first.lines !== contacts || second.lines !== contacts || first.sum !== second.sum)
      throw new Error('What was exported again differs.');
    say('Both files hold the same contacts.');
  } finally {
    await api.stop();
  }
}

interface Company {
  slug: string;
  key: string;
}

async function newCompany(databaseUrl: string): Promise<Company> {
  const api = await startApi(databaseUrl);
  const { id, slug } = await api.app.tenancy.createTenant({ name: 'Elsewhere', idempotencyKey: null });
  await api.stop();
  const key = newToken('key');
  await withClient(databaseUrl, (client) =>
    client.query(
      `insert into public.api_keys (id, tenant_id, name, token_hash, hint, scopes)
       values ($1, $2, 'Bench', $3, 'none', '{contacts:read,contacts:write}')`,
      [randomUUID(), id, hashOf(key)],
    ),
  );
  return { slug, key };
}

async function* linesOf({ url }: ServedApi, { slug, key }: Company): AsyncGenerator<string> {
  const query = `format=jsonl&columns=${columns}&orderBy=${encodeURIComponent('{"field":"CREATED_AT"}')}`;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/export/contacts?${query}`, { headers: { authorization: `Bearer ${key}`, 'x-tenant-id': slug } })
      .once('response', resolve)
      .once('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`expected a file, got ${answer.statusCode}`);
  for await (const line of createInterface({ input: answer })) if (line !== '') yield line;
}

async function bringOver(api: ServedApi, from: Company, to: Company, rowCount: number): Promise<Content> {
  const started = await ask(
    api,
    to,
    'mutation ($input: StartImportInput!) { startImport(input: $input) { import { id } userErrors { message } } }',
    { name: 'Everything', onDuplicate: 'CREATE', rowCount },
  );
  const importId = started.startImport.import.id;
  const content = { lines: 0, sum: 0n };
  let batch: Batch['rows'] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const answer = await ask(
      api,
      to,
      'mutation ($input: ImportContactsInput!) { importContacts(input: $input) { results { outcome } userErrors { message } } }',
      { importId, rows: batch },
    );
    const outcomes: { outcome: string }[] = answer.importContacts.results;
    if (outcomes.some(({ outcome }) => outcome !== 'CREATED')) throw new Error('expected each row to make a contact');
    batch = [];
  };
  for await (const line of linesOf(api, from)) {
    add(content, line);
    batch.push({ number: content.lines, ...JSON.parse(line) });
    if (batch.length === rowsOfBatch) await flush();
    if (content.lines % sayEvery === 0) say(`${content.lines.toLocaleString('en')} contacts are over.`);
  }
  await flush();
  return content;
}

async function contentOf(lines: AsyncIterable<string>): Promise<Content> {
  const content = { lines: 0, sum: 0n };
  for await (const line of lines) add(content, line);
  return content;
}

function add(content: Content, line: string): void {
  const hash = createHash('sha256').update(line).digest('hex').slice(0, 32);
  content.lines += 1;
  content.sum = BigInt.asUintN(bitsOfSum, content.sum + BigInt(`0x${hash}`));
}

// biome-ignore lint/suspicious/noExplicitAny: answers of two mutations; a wrong one ends the run
async function ask({ url }: ServedApi, { slug, key }: Company, query: string, input: object): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'x-tenant-id': slug },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, { userErrors: unknown[] }>;
    errors?: unknown;
  };
  const userErrors = Object.values(data ?? {}).flatMap((payload) => payload.userErrors);
  if (errors || userErrors.length > 0) throw new Error(JSON.stringify(errors ?? userErrors));
  return data;
}
