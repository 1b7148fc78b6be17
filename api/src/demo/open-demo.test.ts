import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { send } from '../testing/new-tenant';
import { newDatabase, startTestApi, type TestApi } from '../testing/test-api';
import { openDemo } from './open-demo';

let api: TestApi;
const dataDir = mkdtempSync(join(tmpdir(), 'atrium-demo-'));
const file = join(dataDir, 'demo-sign-in.json');
const options = { dataDir, say: () => undefined };

beforeAll(async () => {
  api = await startTestApi({ urls: await newDatabase(), isOpenToOperator: false });
});

afterAll(async () => {
  await api.stop();
  rmSync(dataDir, { recursive: true });
});

const signIn = `
  mutation ($input: SignInInput!) {
    signIn(input: $input) { token userErrors { code } }
  }`;

const kept = () => JSON.parse(readFileSync(file, 'utf8'));

test('whoever signs in with what is kept owns the demo companies', async () => {
  await openDemo(api.app, { ...options, isOn: true });

  const { data } = await send(api, signIn, { input: kept() });
  const headers = { authorization: `Bearer ${data.signIn.token}`, 'x-tenant-id': 'sonnwerk-solar' };
  const own = await send(api, '{ tenants { totalCount } viewer { permissions } }', {}, headers);

  expect(own.data.tenants.totalCount).toBe(3);
  expect(own.data.viewer.permissions).toContain('tenant:own');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('at the next start the password is the same, and demo companies without anybody have their owner again', async () => {
  const before = kept();
  await api.app.tenancy.budget.query('delete from public.memberships');

  await openDemo(api.app, { ...options, isOn: true });

  expect(kept()).toEqual(before);
  const [row] = await api.app.tenancy.budget.query<{ count: number }>(
    'select count(*) as count from public.memberships',
  );
  expect(row?.count).toBe(3);
});

test('where others could reach it, the account does not exist, nor what was kept of it', async () => {
  const before = kept();

  await openDemo(api.app, { ...options, isOn: false });

  const { data } = await send(api, signIn, { input: before });
  expect(data.signIn).toEqual({ token: null, userErrors: [{ code: 'INVALID' }] });
  expect(existsSync(file)).toBe(false);
});
