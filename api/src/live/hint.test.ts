import { randomUUID } from 'node:crypto';
import { newTenant } from '../testing/new-tenant';
import { behindTheApi, testApi } from '../testing/test-api';
import { readHint, writeHint } from './hint';

const hint = () => ({ at: 1, heads: [{ tenantId: randomUUID(), seq: 7 }] });

test('a hint is read by who knows the secret, and by nobody else', () => {
  const written = hint();
  const payload = writeHint('secret', written);

  expect(readHint('secret', payload)).toEqual(written);
  expect(readHint('another', payload)).toBeNull();
});

const signedByHand = (text: string) => writeHint('secret', text as never);

test.each([
  '',
  'hello',
  'null',
  '[null]',
  '[]',
  '{}',
  '[1,"",""]',
  '[3,"x","{}"]',
  `${'['.repeat(5_000)}`,
  signedByHand('not an object'),
  writeHint('secret', { at: 1, heads: [{ tenantId: 'nobody', seq: -1 }] } as never),
])('a payload that is not ours (%#) is none', (payload) => {
  expect(readHint('secret', payload)).toBeNull();
});

test('garbage on the channel, from whomever, ends nothing and reaches nobody', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const subscription = await tenant.subscribe('subscription { messageSent { content } }');

  for (const payload of [
    'hello',
    'null',
    '[null]',
    '[[]]',
    '',
    'check ',
    `[{"tenantId":"${tenant.id}","event":null}]`,
  ]) {
    await behindTheApi('select pg_notify($1, $2)', ['atrium_events', payload]);
  }
  await tenant.sendMessage(conversationId, 'The only one');

  expect(await subscription.next()).toEqual({ messageSent: { content: 'The only one' } });
  await subscription.close();
});

test('a tenant’s role has nobody read anything, and shows nobody what did not happen', async () => {
  const [tenant, forger] = [await newTenant(), await newTenant()];
  await tenant.createContact();
  const subscription = await tenant.subscribe('subscription { tenantEvents { type } }');
  const { live, tenancy } = (await testApi()).app;
  const before = live.foreignCount;
  const manager = await tenancy.managerOf({ schemaName: forger.schemaName });

  const head = { tenantId: tenant.id, seq: 1_000 };
  for (const payload of [
    JSON.stringify([head]),
    writeHint('a guess', { at: Date.now(), heads: [head] }),
    JSON.stringify([3, '', JSON.stringify({ at: Date.now(), heads: [head] })]),
  ]) {
    await manager.query('select pg_notify($1, $2)', ['atrium_events', payload]);
  }

  expect(await subscription.isQuietFor(300)).toBe(true);
  expect(live.foreignCount).toBeGreaterThanOrEqual(before + 3);
  await subscription.close();
});
