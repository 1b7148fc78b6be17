import pino from 'pino';
import { urlsOfSuperuser } from '../../database/open-database';
import type { DatabaseUrls } from '../../database/roles';
import { withClient } from '../../database/with-client';
import { query } from '../../testing/new-tenant';
import { type PrimaryWithStandby, startWithStandby } from '../../testing/standby';
import { startTestApi, type TestApi } from '../../testing/test-api';
import type { Replica } from './replica';

const maxLagMs = 1_500;

let servers: PrimaryWithStandby;
let urls: DatabaseUrls;
let api: TestApi;

beforeAll(async () => {
  servers = await startWithStandby(30);
  urls = await urlsOfSuperuser(servers.primary.url);
  api = await startTestApi({ urls, replica: { url: at(servers.standby.url), maxLagMs } });
}, 60_000);

afterAll(async () => {
  await api.stop();
  await servers.stop();
});

/** The gateway, at another server. */
function at(place: string): string {
  const url = new URL(place);
  const { username, password, pathname } = new URL(urls.gateway);
  return Object.assign(url, { username, password, pathname }).href;
}

const replicaOf = ({ app }: TestApi): Replica => app.tenancy.replica as Replica;

async function newCompany(name: string): Promise<Record<string, string>> {
  const { id } = await api.app.tenancy.createTenant({ name, idempotencyKey: null });
  return { 'x-tenant-id': id };
}

const create = (headers: Record<string, string>, name: string) =>
  query(
    api,
    'mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id } } }',
    { input: { name, email: `${name}@people.example` } },
    headers,
  );

async function names(headers: Record<string, string>): Promise<string[]> {
  const { contacts } = await query(api, '{ contacts(first: 100) { nodes { name } } }', {}, headers);
  return contacts.nodes.map(({ name }: { name: string }) => name).sort();
}

/** Whether the standby was asked for it. */
async function namesAndPlace(headers: Record<string, string>) {
  const before = replicaOf(api).reads;
  const found = await names(headers);
  return { found, place: replicaOf(api).reads > before ? 'standby' : 'primary' };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('expected it to hold within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const untilAtStandby = (headers: Record<string, string>) =>
  until(async () => (await namesAndPlace(headers)).place === 'standby');

const onStandby = (text: string) => withClient(servers.standby.url, (client) => client.query(text));

test('a company is read from the standby once it has all of it, as its own role', async () => {
  const headers = await newCompany('Read elsewhere');
  await create(headers, 'ann');

  await untilAtStandby(headers);

  expect(await namesAndPlace(headers)).toEqual({ found: ['ann'], place: 'standby' });
  expect(replicaOf(api).fallbacks).toBe(0);
});

test('whoever has written reads what they wrote, each of a hundred times', async () => {
  const headers = await newCompany('Read your writes');
  const places = new Set<string>();
  for (let i = 0; i < 100; i += 1) {
    await create(headers, `n${String(i).padStart(2, '0')}`);
    const { found, place } = await namesAndPlace(headers);
    places.add(place);
    expect(found).toHaveLength(i + 1);
    if (i % 25 === 0) await untilAtStandby(headers);
  }
  expect(places).toContain('primary');
}, 60_000);

test('a standby that falls behind serves those without a write for a while, and then nobody, until it has caught up', async () => {
  const [writing, resting] = [await newCompany('Writing'), await newCompany('Resting')];
  await untilAtStandby(writing);
  await untilAtStandby(resting);
  await onStandby('select pg_wal_replay_pause()');
  try {
    await create(writing, 'late');
    expect(await namesAndPlace(writing)).toEqual({ found: ['late'], place: 'primary' });
    expect((await namesAndPlace(resting)).place).toBe('standby');
    await until(async () => (await namesAndPlace(resting)).place === 'primary');
    expect(replicaOf(api).lagSeconds).toBeGreaterThan(1);
  } finally {
    await onStandby('select pg_wal_replay_resume()');
  }

  await untilAtStandby(writing);
  expect(await namesAndPlace(writing)).toEqual({ found: ['late'], place: 'standby' });
}, 60_000);

test('what another process writes is heard of', async () => {
  const other = await startTestApi({ urls });
  try {
    const headers = await newCompany('Two processes');
    await untilAtStandby(headers);
    await query(
      other,
      'mutation { createContact(input: { name: "bob", email: "bob@people.example" }) { contact { id } } }',
      {},
      headers,
    );
    await until(async () => (await names(headers)).includes('bob'));
    await untilAtStandby(headers);
    expect(await names(headers)).toEqual(['bob']);
  } finally {
    await other.stop();
  }
});

test('a server that is no standby of this one is never read from, and the log says so', async () => {
  const told: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => void told.push(JSON.parse(line).msg) });
  const wrong = await startTestApi({
    urls,
    replica: { url: urls.gateway, maxLagMs },
    logger,
  });
  try {
    await replicaOf(wrong).look();
    const headers = await newCompany('No standby');
    await query(wrong, '{ contacts { nodes { name } } }', {}, headers);
    expect(replicaOf(wrong).reads).toBe(0);
    expect(told).toContain('DATABASE_REPLICA_URL names no standby of this database; all is read from the primary');
  } finally {
    await wrong.stop();
  }
});

test('a standby that goes away costs nobody an answer', async () => {
  const headers = await newCompany('Still there');
  await create(headers, 'eve');
  await untilAtStandby(headers);

  await servers.standby.stop();

  expect(await names(headers)).toEqual(['eve']);
  await until(async () => (await namesAndPlace(headers)).place === 'primary');
  expect(await names(headers)).toEqual(['eve']);
}, 60_000);
