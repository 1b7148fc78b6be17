import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { cursorOf } from '../events/cursor';
import { schemaNameFrom } from '../tenancy/schema-name';
import { withLag } from '../testing/lag';
import {
  closedApi,
  createKey,
  inTenant,
  membershipOf,
  newMember,
  newPerson,
  type Person,
  remove,
} from '../testing/people';
import { behindTheApi, startTestApi, type TestApi } from '../testing/test-api';

const backlog = 5_000;
const start = cursorOf(0);

let apis: TestApi[];

beforeAll(async () => {
  const other = await startTestApi({ isOpenToOperator: false });
  apis = [await closedApi(), other];
});

afterAll(() => apis[1]?.stop());

/** As if much had happened while a reader was away. */
async function fillLog(tenantId: string): Promise<void> {
  const schema = schemaNameFrom(tenantId);
  await behindTheApi(
    `insert into "${schema}".events (seq, type, subject_id, occurred_at)
     select c.last_seq + n, 'contactChanged', gen_random_uuid(), now()
     from generate_series(1, ${backlog}) n, "${schema}".event_counter c`,
  );
  await behindTheApi(`update "${schema}".event_counter set last_seq = last_seq + ${backlog}`);
}

interface Reader {
  door: string;
  opened: Promise<unknown>;
  /** Of the last event, and when it was told that it may not go on. Units: milliseconds since 1970. */
  heardAt(): number;
  ended: Promise<number>;
}

type Headers = Record<string, string>;

function socketOf({ url }: TestApi, connectionParams: Headers): Reader {
  const socket = new WebSocket(url.replace('http', 'ws').concat('/graphql'), 'graphql-transport-ws');
  const say = (message: object) => socket.send(JSON.stringify(message));
  let heardAt = 0;
  let end: () => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    end = () => resolve(Date.now());
  });
  const opened = new Promise<void>((resolve) => {
    socket.on('open', () => say({ type: 'connection_init', payload: connectionParams }));
    socket.on('message', (data) => {
      const { type } = JSON.parse(String(data));
      if (type === 'connection_ack')
        say({
          id: '1',
          type: 'subscribe',
          payload: { query: `subscription { tenantEvents(after: "${start}") { cursor } }` },
        });
      if (type === 'complete' || type === 'error') end();
      if (type !== 'next' || !String(data).includes('"cursor"')) return;
      heardAt = Date.now();
      resolve();
    });
  });
  socket.on('close', () => end());
  return { door: 'WebSocket', opened, heardAt: () => heardAt, ended };
}

function streamOf({ url }: TestApi, headers: Headers): Reader {
  let heardAt = 0;
  let begin: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = fetch(`${url}/events?after=${start}`, { headers }).then(async ({ body }) => {
    for await (const chunk of body ?? []) {
      if (!new TextDecoder().decode(chunk).includes('id: ')) continue;
      heardAt = Date.now();
      begin();
    }
    return Date.now();
  });
  return { door: 'event stream', opened, heardAt: () => heardAt, ended };
}

/** Each kind of caller, and how it is taken from them. */
const revocations: Record<string, (owner: Person) => Promise<{ token: string; revoke(): Promise<unknown> }>> = {
  async session(owner) {
    const ben = await newMember(owner, 'MEMBER');
    return { token: ben.token, revoke: () => ben.send('mutation { signOut { userErrors { code } } }') };
  },
  async key(owner) {
    const input = { tenantId: owner.tenantId, name: 'Sync', scopes: ['conversations:read'] };
    const { data } = await owner.send(createKey, { input });
    const { token, apiKey } = data.createApiKey;
    const revoke = () =>
      owner.send('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { userErrors { code } } }', { id: apiKey.id });
    return { token, revoke };
  },
  async membership(owner) {
    const ben = await newMember(owner, 'MEMBER');
    return {
      token: ben.token,
      revoke: async () => owner.send(remove, { id: await membershipOf(owner, ben.email) }),
    };
  },
  async tenant(owner) {
    return {
      token: owner.token,
      revoke: () => behindTheApi(`update public.tenants set status = 'suspended' where id = $1`, [owner.tenantId]),
    };
  },
};

test.each(Object.keys(revocations))(
  'a %s that is revoked is served nothing after a second, by any door of any process, while the log is 5,000 events ahead',
  async (kind) => {
    const owner = await newPerson(`Backlog ${randomUUID().slice(0, 8)}`);
    await fillLog(owner.tenantId);
    const caller = await revocations[kind]?.(owner);
    if (!caller) throw new Error('expected a revocation');
    const headers = { authorization: `Bearer ${caller.token}`, ...inTenant(owner.tenantId) };
    const readers = apis.flatMap((api) => [socketOf(api, headers), streamOf(api, headers)]);
    await Promise.all(readers.map(({ opened }) => opened));

    await caller.revoke();
    const revokedAt = Date.now();
    const [[ends, requests], lagMs] = await withLag(await closedApi(), () =>
      Promise.all([
        Promise.all(readers.map(({ ended }) => ended)),
        Promise.all(apis.map((api) => refusedAt(api, headers))),
      ]),
    );
    const latest = revokedAt + 1_000 + lagMs;

    const late = readers.flatMap(({ door, heardAt }, at) =>
      Math.max(heardAt(), ends[at] ?? 0) > latest ? [`${door}: ${(ends[at] ?? 0) - revokedAt} ms`] : [],
    );
    expect(late).toEqual([]);
    expect(requests.filter((at) => at > latest)).toEqual([]);
  },
);

test('a role that is lowered is felt by the next request in every process within a second', async () => {
  const owner = await newPerson(`Backlog ${randomUUID().slice(0, 8)}`);
  await fillLog(owner.tenantId);
  const ben = await newMember(owner, 'MEMBER');
  const headers = { authorization: `Bearer ${ben.token}`, ...inTenant(owner.tenantId) };
  const write = 'mutation { createContact(input: { name: "Cay", email: "cay@contact.example" }) { contact { id } } }';
  for (const api of apis) expect(await statusAt(api, headers, write)).toBe(200);

  const id = await membershipOf(owner, ben.email);
  await owner.send(
    'mutation ($id: ID!) { changeMemberRole(input: { id: $id, role: VIEWER }) { userErrors { code } } }',
    { id },
  );
  const since = Date.now();
  const [felt, lagMs] = await withLag(await closedApi(), () =>
    Promise.all(
      apis.map(async (api) => {
        while ((await statusAt(api, headers, write)) === 200 && Date.now() - since < 5_000);
        return Date.now() - since;
      }),
    ),
  );

  expect(felt.filter((ms) => ms > 1_000 + lagMs)).toEqual([]);
  for (const api of apis) expect(await statusAt(api, headers, write)).toBe(403);
});

/** When a request is refused for the first time. Units: milliseconds since 1970. */
async function refusedAt(api: TestApi, headers: Headers): Promise<number> {
  const since = Date.now();
  while ((await statusAt(api, headers)) === 200 && Date.now() - since < 5_000);
  expect([401, 403, 404]).toContain(await statusAt(api, headers));
  return Date.now();
}

async function statusAt({ url }: TestApi, headers: Headers, query = '{ conversations(first: 1) { nodes { id } } }') {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  await response.arrayBuffer();
  return response.status;
}
