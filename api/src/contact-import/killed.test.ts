import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../embedded-postgres/free-port';
import { newTenant, query } from '../testing/new-tenant';
import { behindTheApi, newDatabase, startTestApi } from '../testing/test-api';

const [rowsInAll, rowsAtOnce] = [3_000, 250];
/** How long after the batch behind so many rows was sent. Units: milliseconds. */
const kills = [
  [500, 2],
  [1_250, 40],
  [2_000, 15],
  [2_750, 80],
] as const;

let child: ChildProcess | null = null;

async function kill(): Promise<void> {
  const ended = child && child.exitCode === null ? once(child, 'exit') : null;
  child?.kill('SIGKILL');
  await ended;
  child = null;
}

afterAll(kill);

async function start(databaseUrl: string, port: number): Promise<void> {
  const { PATH = '', HOME = '' } = process.env;
  child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/main.ts'], {
    cwd: resolve(__dirname, '../..'),
    env: {
      PATH,
      HOME,
      SWC_NODE_PROJECT: 'tsconfig.json',
      DATABASE_URL: databaseUrl,
      API_HOST: '127.0.0.1',
      API_PORT: String(port),
      DEMO: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('expected an API that starts');
    await sleep(50);
  }
}

const bring = `mutation ($input: ImportContactsInput!) {
  importContacts(input: $input) { results { outcome } import { lastNumber } userErrors { message } }
}`;

test('an import whose API is killed again and again ends with each row once, and so does taking it back', async () => {
  const urls = await newDatabase();
  const first = await startTestApi({ urls });
  const { schemaName, id, token } = await newTenant('Killed', first);
  await first.stop();
  const port = await freePort();
  const api = { url: `http://127.0.0.1:${port}` } as never;
  const ask = (document: string, variables: object = {}) =>
    query(api, document, { ...variables }, { 'x-tenant-id': id, authorization: `Bearer ${token}` });
  const again = async () => {
    await kill();
    await behindTheApi('update public.jobs set leased_until = null', [], urls.owner);
    await start(urls.owner, port);
  };
  await start(urls.owner, port);
  const { startImport } = await ask(
    `mutation { startImport(input: { name: "Killed", onDuplicate: CREATE, rowCount: ${rowsInAll} }) { import { id } } }`,
  );
  const importId = startImport.import.id;

  const toCome = new Map<number, number>(kills);
  for (let after = 0; after < rowsInAll; ) {
    const rows = Array.from({ length: rowsAtOnce }, (_, n) => ({
      number: after + n + 1,
      name: `P ${after + n}`,
      email: `p${after + n}@acme.test`,
    }));
    const answering = ask(bring, { input: { importId, rows } }).catch(() => null);
    const killedAfter = toCome.get(after);
    if (killedAfter !== undefined) {
      toCome.delete(after);
      await sleep(killedAfter);
      await again();
    }
    if ((await answering) !== null) after += rowsAtOnce;
  }
  const counted = `query ($id: ID!) { contacts { totalCount } import(id: $id) { state createdCount lastNumber takenBackCount keptCount } }`;
  const imported = await ask(counted, { id: importId });
  const [emails] = await behindTheApi(
    `select count(distinct email)::int as count from "${schemaName}".contacts`,
    [],
    urls.owner,
  );

  await ask(`mutation ($id: ID!) { undoImport(input: { importId: $id }) { userErrors { message } } }`, {
    id: importId,
  });
  for (;;) {
    const { import: undoing } = await ask(counted, { id: importId }).catch(() => ({ import: { takenBackCount: 0 } }));
    if (undoing.takenBackCount > 0) break;
    await sleep(10);
  }
  await again();
  for (;;) {
    const { import: undone } = await ask(counted, { id: importId });
    if (undone.state === 'UNDONE') break;
    await sleep(100);
  }
  const after = await ask(counted, { id: importId });

  expect(toCome.size).toBe(0);
  expect(imported).toEqual({
    contacts: { totalCount: rowsInAll },
    import: { state: 'FINISHED', createdCount: rowsInAll, lastNumber: rowsInAll, takenBackCount: 0, keptCount: 0 },
  });
  expect(emails).toEqual({ count: rowsInAll });
  expect(after.contacts.totalCount).toBe(0);
  expect(after.import.takenBackCount).toBe(rowsInAll);
}, 120_000);
