import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { openLifecycle, openTenancy } from '../../app';
import type { DatabaseUrls } from '../../database/roles';
import { newTenant, type TestTenant } from '../../testing/new-tenant';
import { behindTheApi, newDatabase, startTestApi, type TestApi } from '../../testing/test-api';
import type { Tenancy } from '../tenancy';
import { byCommand } from './by';
import { type SignedReceipt, signReceipt, verifyReceipt } from './receipt';
import { Receipts } from './receipts';

const command = byCommand({ id: randomUUID(), name: 'Operator' });
const mails: { to: string; text: string; attachments?: { content: string }[] }[] = [];

let urls: DatabaseUrls;
let api: TestApi;

/** A deployment of its own: keys and receipts are of all that is in one. */
beforeAll(async () => {
  urls = await newDatabase();
  api = await startTestApi({ urls, backupRetentionDays: 7, deletionGraceDays: 0, onMail: (mail) => mails.push(mail) });
}, 60_000);
afterAll(() => api.stop());

/** A company with two contacts, a key, and a job, that is to be dropped now. */
async function newDoomed(name = `Doomed ${randomUUID().slice(0, 8)}`): Promise<TestTenant> {
  const tenant = await newTenant(name, api);
  await tenant.createContact();
  await tenant.createContact();
  await api.app.schedule.add('forgetKeys', tenant.id, new Date('2040-01-01T00:00:00Z'));
  await api.app.lifecycle.delete(command, tenant.id, name);
  return tenant;
}

const leftOf = async ({ id, schemaName }: TestTenant) => {
  const [row] = await behindTheApi<Record<string, number>>(
    `select (select count(*) from pg_namespace where nspname = $2)::int as schemas,
       (select count(*) from pg_roles where rolname = $2)::int as roles,
       (select count(*) from public.tenants where id = $1)::int as tenants,
       (select count(*) from public.memberships where tenant_id = $1)::int as memberships,
       (select count(*) from public.audit_log where tenant_id = $1)::int as audited,
       (select count(*) from public.jobs where tenant_id = $1)::int as jobs`,
    [id, schemaName],
    urls.owner,
  );
  return row;
};
const nothing = { schemas: 0, roles: 0, tenants: 0, memberships: 0, audited: 0, jobs: 0 };

const rowsOf = (removed: { table: string; rows: number }[]) =>
  Object.fromEntries(removed.map(({ table, rows }) => [table, rows]));

test('a company that is dropped leaves nothing but its receipt, which tells what there was', async () => {
  const tenant = await newDoomed();

  const receipt = await api.app.lifecycle.drop(tenant.id);

  expect(await leftOf(tenant)).toEqual(nothing);
  expect(receipt).toMatchObject({
    company: { id: tenant.id, slug: tenant.slug },
    askedBy: { id: command.actor?.id, name: 'Operator' },
    removed: { schema: tenant.schemaName, role: tenant.schemaName },
  });
  expect(rowsOf(receipt.removed.tables)).toMatchObject({ contacts: 2, conversations: 2, contact_activity: 2 });
  expect(rowsOf(receipt.removed.registry)).toMatchObject({ memberships: 1, audit_log: 1 });
  const keptMs = Date.parse(receipt.backups.mayHoldItUntil ?? '') - Date.parse(receipt.droppedAt);
  expect(keptMs).toBe(7 * 86_400_000);
  expect(JSON.stringify(receipt)).not.toContain('Ann Example');
});

test('the receipt is verified by the deployment’s key alone, and only as it was signed', async () => {
  const tenant = await newDoomed();
  await api.app.lifecycle.drop(tenant.id);
  const receipts = new Receipts(api.app.tenancy);
  const document = (await receipts.find(tenant.slug)) ?? '';
  const key = await receipts.publicKey();
  const foreign = generateKeyPairSync('ed25519');

  expect(verifyReceipt(document, key).company.id).toBe(tenant.id);
  const changed = document.replace('"contacts",\n          "rows": 2', '"contacts",\n          "rows": 3');
  expect(changed).not.toBe(document);
  expect(() => verifyReceipt(changed, key)).toThrow('The signature does not fit');
  const forged = signReceipt(
    (JSON.parse(document) as SignedReceipt).receipt,
    foreign.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  expect(() => verifyReceipt(JSON.stringify(forged), key)).toThrow('The signature does not fit');
  expect(() => verifyReceipt('{}', key)).toThrow('This is no receipt');
  expect(() => verifyReceipt('cut of', key)).toThrow('it is not JSON');
});

test('who serves requests may not read the key that signs', async () => {
  await expect(api.app.tenancy.budget.query('select private_key from public.signing_keys')).rejects.toMatchObject({
    code: '42501',
  });
});

test('an address of a company that was dropped is given to no other', async () => {
  const tenant = await newDoomed('Gone for good');
  await api.app.lifecycle.drop(tenant.id);

  expect((await newTenant('Gone for good', api)).slug).toBe('gone-for-good-2');
});

test('the sweep drops what has come to its end, and mails the receipt to who owned it', async () => {
  const [tenant, young] = [await newDoomed(), await newTenant('Young', api)];
  await openLifecycle(api.app.tenancy, { deletionGraceDays: 1 }).delete(command, young.id, 'Young');
  await behindTheApi(
    `update public.jobs set due_at = now(), leased_until = null where kind = 'endCompanies'`,
    [],
    urls.owner,
  );

  while ((await leftOf(tenant))?.['tenants'] !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
  while (!mails.some(({ attachments }) => attachments?.[0]?.content.includes(tenant.id)))
    await new Promise((resolve) => setTimeout(resolve, 50));

  expect(await leftOf(young)).toMatchObject({ schemas: 1, roles: 1, tenants: 1 });
  const kept = await behindTheApi<{ to: string[] }>(
    `select mail_to as "to" from public.deletion_receipts where tenant_id = $1`,
    [tenant.id],
    urls.owner,
  );
  expect(kept).toEqual([{ to: [] }]);
}, 20_000);

test('two processes that drop the same company come to one receipt', async () => {
  const tenant = await newDoomed();
  const other = openTenancy(urls);

  const [one, two] = await Promise.all([
    api.app.lifecycle.drop(tenant.id),
    openLifecycle(other, { backupRetentionDays: 7 }).drop(tenant.id),
  ]);
  await other.close();

  expect(one).toEqual(two);
  expect(rowsOf(one.removed.tables)).toMatchObject({ contacts: 2, conversations: 2 });
  expect(await leftOf(tenant)).toEqual(nothing);
});

/** As if the process were killed at its nth statement: the transaction is undone, and nothing is done after it. Answers how to count on. */
function cutAt(tenancy: Tenancy, nth: number): { count: number } {
  const seen = { count: 0 };
  const { migrator } = tenancy;
  const inTransaction = migrator.inTransaction.bind(migrator);
  migrator.inTransaction = (work) =>
    inTransaction((runner, trailing) => {
      const cut = new Proxy(runner, {
        get(target, name) {
          const value = Reflect.get(target, name);
          if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
          return (text: string, values?: unknown[]) => {
            seen.count += 1;
            if (seen.count === nth) throw new Error('cut');
            return target.query(text, values);
          };
        },
      });
      return work(cut as QueryRunner, trailing);
    });
  return seen;
}

/** Statements from one cut to the next: a test tries a share of them. `npm run check -- cuts` cuts at each. */
const cutEvery = process.env['ALL_CUTS'] ? 1 : 11;

test('cut off again and again on its way, it is brought to the same end by the next process', async () => {
  const whole = await newDoomed();
  const expected = rowsOf((await api.app.lifecycle.drop(whole.id)).removed.tables);
  const registry = { memberships: 1, audit_log: 1, jobs: 3 };
  let statements = Number.POSITIVE_INFINITY;

  for (let nth = 1; nth <= statements; nth += cutEvery) {
    const tenant = await newDoomed();
    const dying = openTenancy(urls);
    const seen = cutAt(dying, nth);
    await openLifecycle(dying)
      .drop(tenant.id)
      .catch(() => undefined);
    if (seen.count < nth) statements = seen.count;
    await dying.close();

    const next = openTenancy(urls);
    const lifecycle = openLifecycle(next);
    const receipt = (await leftOf(tenant))?.['tenants'] === 0 ? null : await lifecycle.drop(tenant.id);
    const document = await new Receipts(next).find(tenant.id);
    await next.close();

    const { removed } = receipt ?? (JSON.parse(document ?? '') as SignedReceipt).receipt;
    expect([nth, rowsOf(removed.tables)]).toEqual([nth, expected]);
    expect([nth, Object.keys(rowsOf(removed.registry))]).toEqual([nth, Object.keys(registry).sort()]);
    expect(await leftOf(tenant)).toEqual(nothing);
  }
  expect(statements).toBeGreaterThan(50);
}, 600_000);
