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

test('those who wrote for a demo company are its members, and nobody signs in as them', async () => {
  const { data } = await send(api, signIn, { input: kept() });
  const headers = { authorization: `Bearer ${data.signIn.token}`, 'x-tenant-id': 'sonnwerk-solar' };
  const document = `{
    currentTenant { members { nodes { role account { name email } } } }
    conversations(first: 100) { nodes { createdBy { name } contact { createdBy { name } } messages(last: 1) {
      nodes { senderType content author { name ... on Account { email } } } } } }
  }`;
  const { data: seen } = await send(api, document, {}, headers);
  const colleagues = seen.currentTenant.members.nodes.filter(({ role }: { role: string }) => role === 'MEMBER');
  const names = colleagues.map(({ account }: { account: { name: string } }) => account.name);
  const authors = seen.conversations.nodes.flatMap(
    ({ messages }: { messages: { nodes: { author: object | null }[] } }) =>
      messages.nodes.flatMap(({ author }) => author ?? []),
  );
  const { email } = colleagues[0].account;
  const tried = await send(api, signIn, { input: { email, password: kept().password } });

  expect(names).toHaveLength(2);
  expect(
    seen.conversations.nodes.every((talk: { createdBy: { name: string } }) => names.includes(talk.createdBy.name)),
  ).toBe(true);
  expect(authors.length).toBeGreaterThan(10);
  expect(authors.every(({ name }: { name: string }) => names.includes(name))).toBe(true);
  expect(tried.data.signIn.userErrors).toEqual([{ code: 'INVALID' }]);
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
  const [row] = await api.app.tenancy.budget.query<{ count: number }>(
    `select count(*) as count from public.accounts where email_key like '%@%atrium.example'`,
  );
  expect(row?.count).toBe(0);
});
