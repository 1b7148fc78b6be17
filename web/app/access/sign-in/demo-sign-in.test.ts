/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDemoSignIn } from './demo-sign-in.server';

const folder = mkdtempSync(join(tmpdir(), 'atrium-demo-'));
const demo = { email: 'demo@atrium.example', password: 'made for this folder' };

beforeAll(() => writeFileSync(join(folder, 'demo-sign-in.json'), JSON.stringify(demo)));
afterAll(() => rmSync(folder, { recursive: true }));

test('the demo’s sign-in is known where only this machine reaches it', async () => {
  expect(await readDemoSignIn({ DATA_DIR: folder })).toEqual(demo);
  expect(await readDemoSignIn({ DATA_DIR: folder, DEMO: '1', WEB_HOST: '::1' })).toEqual(demo);
  expect(await readDemoSignIn({ DATA_DIR: folder, ATRIUM_ORIGIN: 'http://localhost:5173' })).toEqual(demo);
});

test.each([
  { WEB_HOST: '0.0.0.0' },
  // A reverse proxy on this machine, and everybody behind it.
  { ATRIUM_ORIGIN: 'https://crm.example' },
  { DEMO: '0' },
  { DATA_DIR: tmpdir() },
])('with %j there is none', async (env) => {
  expect(await readDemoSignIn({ DATA_DIR: folder, ...env })).toBeNull();
});
