/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLoopback as isLoopbackForApi, isSafeOrigin as isSafeOriginForApi } from '../../api/src/env';
import { isLoopback as isLoopbackForWeb, isSafeOrigin as isSafeOriginForWeb } from '../../web/server/env.mjs';
import { requireFree } from './ports.mjs';
import { isLoopback, isSafeOrigin, readEnvironment, readSettings } from './settings.mjs';
import { welcome } from './welcome.mjs';

test('without any setting, the API is at 3000, the web client at 5173, and knows where the API is', async () => {
  const { api, web, env } = await readSettings({});

  expect([api.url, web.url]).toEqual(['http://127.0.0.1:3000', 'http://localhost:5173']);
  expect(env).toEqual({
    API_PORT: '3000',
    WEB_PORT: '5173',
    API_ORIGIN: 'http://127.0.0.1:3000',
    ATRIUM_ORIGIN: 'http://localhost:5173',
  });
});

test('port 0 becomes a free port that both sides know', async () => {
  const { api, env } = await readSettings({ API_PORT: '0' });

  expect(api.port).toBeGreaterThan(0);
  expect(env).toMatchObject({ API_PORT: String(api.port), API_ORIGIN: `http://127.0.0.1:${api.port}` });
});

test.each([
  [{ API_PORT: '70000' }, 'API_PORT must be a port from 0 to 65535; it is "70000".'],
  [{ WEB_PORT: 'web' }, 'WEB_PORT must be a port from 0 to 65535; it is "web".'],
  [{ API_PORT: '5173' }, 'API_PORT and WEB_PORT must differ; both are 5173.'],
])('%j is refused with its name', async (env, sentence) => {
  await expect(readSettings(env)).rejects.toThrow(sentence);
});

test.each(['API_HOST', 'WEB_HOST'])('%s opens nothing to the network where passwords would be read', async (name) => {
  const open = { [name]: '0.0.0.0' };

  await expect(readSettings(open)).rejects.toThrow(`since ${name} opens it to the network`);
  await expect(readSettings({ ...open, ATRIUM_ORIGIN: 'http://crm.example' })).rejects.toThrow('ATRIUM_ORIGIN must be');
  const settings = await readSettings({ ...open, ATRIUM_ORIGIN: 'https://crm.example' });

  expect(welcome(settings)).toContain('people sign in at https://crm.example.');
});

test.each([
  ['https://crm.example', true],
  ['http://localhost:5173', true],
  ['http://127.0.0.1:5173', true],
  ['http://[::1]:5173', true],
  ['http://crm.example', false],
  ['http://localhost.crm.example', false],
  ['ftp://localhost', false],
  ['crm.example', false],
  ['', false],
])('API, web server and tools agree whether a password may be sent to "%s"', (origin, isSafe) => {
  const rules = [isSafeOrigin, isSafeOriginForApi, isSafeOriginForWeb];
  expect(rules.map((is) => is(origin))).toEqual([isSafe, isSafe, isSafe]);
});

test("the process's own environment goes before .env, and an empty value counts as none", () => {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-env-'));
  const file = join(folder, '.env');
  writeFileSync(file, 'API_PORT=4000\nWEB_PORT=4001\nDATABASE_URL=\n');

  expect(readEnvironment({ API_PORT: '5000', WEB_PORT: '' }, file)).toEqual({ API_PORT: '5000', WEB_PORT: '4001' });
  rmSync(folder, { recursive: true });
});

test('a taken port is said with the variable to set', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port));
  });

  const asked = requireFree([{ variable: 'API_PORT', host: '127.0.0.1', port }]);

  await expect(asked).rejects.toThrow(`Port ${port} is taken: end what listens there, or set API_PORT to another one`);
  taken.close();
});

test('the welcome tells the demo’s sign-in, where only this machine can use it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-demo-'));
  writeFileSync(join(folder, 'demo-sign-in.json'), '{ "email": "demo@atrium.example", "password": "made once" }');
  const open = { API_HOST: '0.0.0.0', ATRIUM_ORIGIN: 'https://crm.example' };

  expect(welcome(await readSettings({ DATA_DIR: folder }))).toContain('demo@atrium.example\n  Password    made once');
  expect(welcome(await readSettings({ DATA_DIR: folder, DEMO: '0' }))).not.toContain('made once');
  expect(welcome(await readSettings({ DATA_DIR: folder, ...open }))).not.toContain('made once');
  rmSync(folder, { recursive: true });
});

test('the welcome says where everything is and never repeats a password', async () => {
  const settings = await readSettings({ DATABASE_URL: 'postgres://ann:secret@db.example:5432/atrium' });

  const text = welcome(settings);

  expect(text).toContain('Web         http://localhost:5173');
  expect(text).toContain('API         http://127.0.0.1:3000/graphql');
  expect(text).toContain('The data is in the PostgreSQL at db.example:5432.');
  expect(text).not.toContain('secret');
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.0.0.2', true],
  ['127.255.255.254', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['128.0.0.1', false],
  ['10.0.0.1', false],
  ['1127.0.0.1', false],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
  ['127.example.com', false],
  ['', false],
])('API, web server and tools agree whether "%s" is reached from this machine only', (host, isLocal) => {
  expect([isLoopback, isLoopbackForApi, isLoopbackForWeb].map((is) => is(host))).toEqual([isLocal, isLocal, isLocal]);
});
