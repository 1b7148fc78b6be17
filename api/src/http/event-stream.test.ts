import { setTimeout as sleep } from 'node:timers/promises';
import { cursorOf } from '../events/cursor';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { framesOf } from '../testing/server-sent-events';
import { behindTheApi, startTestApi } from '../testing/test-api';

const listen = (tenant: TestTenant, query = '', headers: Record<string, string> = {}, signal?: AbortSignal) =>
  fetch(`${tenant.api.url}/events${query}`, {
    headers: { 'x-tenant-id': tenant.id, ...headers },
    ...(signal && { signal }),
  });

test('events come as server-sent events, and go on after the last one that was seen', async () => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact();
  const away = new AbortController();
  const first = framesOf(await listen(tenant, `?after=${cursorOf(0)}`, {}, away.signal));

  const seen = [(await first.next()).value, (await first.next()).value];
  away.abort();
  const { id: messageId } = await tenant.sendMessage(conversationId, 'While nobody listened');
  const again = framesOf(await listen(tenant, '', { 'last-event-id': cursorOf(2) }));
  const next = (await again.next()).value;

  expect(seen.map(({ id: cursor, event }) => [cursor, event])).toEqual([
    [cursorOf(1), 'contactChanged'],
    [cursorOf(2), 'conversationChanged'],
  ]);
  expect(JSON.parse(seen[0].data)).toMatchObject({ cursor: cursorOf(1), type: 'contactChanged', id, parentId: null });
  expect(next).toMatchObject({ id: cursorOf(3), event: 'messageSent' });
  expect(JSON.parse(next.data)).toMatchObject({ id: messageId, parentId: conversationId });
  await again.return(undefined);
});

test.each([
  ['without a tenant', {}, '', 400, 'TENANT_REQUIRED'],
  ['of an unknown tenant', { 'x-tenant-id': 'nobody' }, '', 404, 'TENANT_NOT_FOUND'],
  ['after what is no cursor', null, '?after=eleven', 400, 'BAD_USER_INPUT'],
  ['from a page of another site', { origin: 'https://evil.example' }, '', 403, 'FORBIDDEN'],
])('a stream %s is refused by its code', async (_what, headers, query, status, code) => {
  const tenant = await newTenant();

  const answer = await fetch(`${tenant.api.url}/events${query}`, { headers: headers ?? { 'x-tenant-id': tenant.id } });

  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
});

test('an address has only so many streams, and a place again when one of them ends', async () => {
  const api = await startTestApi({ maxSockets: { ofAddress: 3, ofAccount: 50 } });
  const tenant = await newTenant(undefined, api);
  const away = new AbortController();
  const open = () => listen(tenant, '', {}, away.signal);

  const answers = [await open(), await open(), await open(), await listen(tenant)];
  away.abort();

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(await answers[3]?.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] });
  const again = new AbortController();
  let status = 429;
  for (let i = 0; i < 50 && status === 429; i += 1) {
    await sleep(20);
    ({ status } = await listen(tenant, '', {}, again.signal));
  }
  expect(status).toBe(200);
  again.abort();
  await api.stop();
});

test('a stream of a tenant that is suspended ends with the reason', async () => {
  const tenant = await newTenant();
  const frames = framesOf(await listen(tenant));

  await behindTheApi(`update public.tenants set status = 'suspended' where id = $1`, [tenant.id]);

  const { value } = await frames.next();
  expect(value).toMatchObject({ event: 'error' });
  expect(JSON.parse(value.data).extensions.code).toBe('TENANT_SUSPENDED');
  expect((await frames.next()).done).toBe(true);
});

test('open streams do not hold a server that ends', async () => {
  const api = await startTestApi();
  const tenant = await newTenant(undefined, api);
  const frames = framesOf(await listen(tenant));

  const ended = await Promise.race([
    api.stop().then(() => true),
    new Promise((late) => setTimeout(late, 5_000, false)),
  ]);

  expect(ended).toBe(true);
  expect((await frames.next()).done).toBe(true);
});

test('an account has only so many streams and sockets together, whichever address they come from', async () => {
  const api = await startTestApi({ maxSockets: { ofAddress: 50, ofAccount: 2 } });
  const [tenant, other] = [await newTenant(undefined, api), await newTenant(undefined, api)];
  const away = new AbortController();
  const as = ({ token }: TestTenant) => ({ authorization: `Bearer ${token}` });

  const answers = [
    await listen(tenant, '', as(tenant), away.signal),
    await listen(tenant, '', as(tenant), away.signal),
    await listen(tenant, '', as(tenant), away.signal),
    await listen(other, '', as(other), away.signal),
  ];
  const socket = tenant.subscribe('subscription { tenantEvents { cursor } }');

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
  await expect((await socket).next()).rejects.toMatchObject({ code: 4429 });
  away.abort();
  await api.stop();
});

test('a stream of whom the database cannot vouch for now is refused for the time being', async () => {
  const api = await startTestApi();
  const tenant = await newTenant(undefined, api);
  await api.app.tenancy.budget.close();

  const answer = await listen(tenant, '', { authorization: `Bearer ${tenant.token}` });

  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  await api.stop();
});
