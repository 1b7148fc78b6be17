import { randomUUID } from 'node:crypto';
import { byCommand } from '../tenancy/lifecycle/by';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { seededRandom } from '../testing/seeded-random';
import { behindTheApi, testApi } from '../testing/test-api';
import { exportArchive } from './export-archive';
import { listDiffering, openRewind, sidesOf, takeOver } from './rewind';

const report = () => undefined;

interface Person {
  id: string;
  conversations: string[];
}

async function newCompany(
  count: number,
): Promise<{ tenant: TestTenant; people: Person[]; found: Tenant; tenancy: Tenancy }> {
  const tenant = await newTenant();
  const rows = Array.from({ length: count }, (_, i) => ({
    id: randomUUID(),
    conversations: [randomUUID(), randomUUID()],
    name: `Person ${i}`,
  }));
  const t = `"${tenant.schemaName}"`;
  const values = [JSON.stringify(rows)];
  const from = 'from jsonb_to_recordset($1::jsonb) p (id uuid, conversations uuid[], name text)';
  for (const statement of [
    `insert into ${t}.contacts (id, name, email) select id, name, 'mail@person.example' ${from}`,
    `insert into ${t}.conversations (id, contact_id, subject, message_count) select v, id, 'About ' || name, 3 ${from}, unnest(conversations) v`,
    `insert into ${t}.messages (id, conversation_id, number, sender_type, content)
     select gen_random_uuid(), v, n, 'contact', 'Message ' || n ${from}, unnest(conversations) v, generate_series(1, 3) n`,
    `insert into ${t}.contact_notes (id, contact_id, content, created_at) select gen_random_uuid(), id, 'A note', now() ${from}`,
  ]) {
    await behindTheApi(statement, values);
  }
  const { tenancy } = (await testApi()).app;
  const found = (await tenancy.registry.findTenant(tenant.id)) as Tenant;
  return { tenant, people: rows, found, tenancy };
}

async function archiveOf(tenancy: Tenancy, tenant: Tenant): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const sink = async (bytes: Buffer) => void pieces.push(bytes);
  await exportArchive({ tenancy, tenant, sink, report });
  return Buffer.concat(pieces);
}

const sourceOf = (file: Buffer) =>
  async function* () {
    yield file;
  };

/** Of each contact of the company, all that is its own, as one checksum. */
async function checksums(schemaName: string): Promise<Map<string, string>> {
  const t = `"${schemaName}"`;
  const rows = await behindTheApi<{ id: string; sum: string }>(
    `select c.id, md5(concat_ws('|', to_jsonb(c)::text,
       (select string_agg(to_jsonb(n)::text, ',' order by n.id) from ${t}.contact_notes n where n.contact_id = c.id),
       (select string_agg(to_jsonb(v)::text, ',' order by v.id) from ${t}.conversations v where v.contact_id = c.id),
       (select string_agg(to_jsonb(m)::text, ',' order by m.id) from ${t}.messages m join ${t}.conversations v on v.id = m.conversation_id
        where v.contact_id = c.id))) as sum from ${t}.contacts c`,
  );
  return new Map(rows.map(({ id, sum }) => [id, sum]));
}

test('after 500 random changes both sides differ in just those, and ten contacts taken over leave the others as they are', async () => {
  const { tenant, people, found, tenancy } = await newCompany(600);
  const t = `"${tenant.schemaName}"`;
  const before = await checksums(tenant.schemaName);
  const file = await archiveOf(tenancy, found);
  const random = seededRandom(17);
  const truth = {
    contacts: { added: new Set<string>(), changed: new Set<string>(), deleted: new Set<string>() },
    conversations: { added: new Set<string>(), changed: new Set<string>(), deleted: new Set<string>() },
  };
  const waiting = [...people];
  const someone = (): Person => waiting.splice(Math.floor(random() * waiting.length), 1)[0] as Person;
  const changes: (() => Promise<unknown>)[] = [
    async () => {
      const { id } = someone();
      truth.contacts.changed.add(id);
      await behindTheApi(`update ${t}.contacts set name = name || '!', updated_at = now() where id = $1`, [id]);
    },
    async () => {
      const { id, conversations } = someone();
      truth.contacts.deleted.add(id);
      for (const conversation of conversations) truth.conversations.deleted.add(conversation);
      await behindTheApi(`delete from ${t}.contacts where id = $1`, [id]);
    },
    async () => {
      const { id, conversationId } = await tenant.createContact();
      truth.contacts.added.add(id);
      truth.conversations.added.add(conversationId);
    },
    async () => {
      const { conversations } = someone();
      truth.conversations.changed.add(conversations[0] as string);
      await behindTheApi(`update ${t}.messages set content = 'Other words' where conversation_id = $1 and number = 2`, [
        conversations[0],
      ]);
    },
    async () => {
      const { id } = someone();
      truth.contacts.changed.add(id);
      await behindTheApi(`delete from ${t}.contact_notes where contact_id = $1`, [id]);
    },
    async () => {
      const { conversations } = someone();
      truth.conversations.deleted.add(conversations[1] as string);
      await behindTheApi(`delete from ${t}.conversations where id = $1`, [conversations[1]]);
    },
  ];
  for (let i = 0; i < 500; i += 1) await changes[Math.floor(random() * changes.length)]?.();

  const rewind = await openRewind({ tenancy, tenant: found, source: sourceOf(file), report });

  const sizes = (of: Record<string, Set<string>>) =>
    Object.fromEntries(Object.entries(of).map(([kind, ids]) => [kind, ids.size]));
  expect({ contacts: rewind.contacts, conversations: rewind.conversations }).toEqual({
    contacts: sizes(truth.contacts),
    conversations: sizes(truth.conversations),
  });
  const schemaName = (await (await testApi()).app.archives.rewindSchema(rewind.rewindId, tenant.id)) as string;
  const sides = sidesOf(found, schemaName);
  const written = await behindTheApi<{ noun: string; kind: string; id: string }>(
    `select noun, kind, id from "${schemaName}".differences`,
  );
  for (const { noun, kind, id } of written) {
    const known = noun === 'contact' ? truth.contacts : truth.conversations;
    expect([kind, known[kind as keyof typeof known].has(id)]).toEqual([kind, true]);
  }
  const listed = await listDiffering(await tenancy.managerOf(found), sides, null, 1_000);
  expect(rewind.sample).toEqual(listed.slice(0, 20));

  const chosen = [...[...truth.contacts.changed].slice(0, 5), ...[...truth.contacts.deleted].slice(0, 5)];
  const between = await checksums(tenant.schemaName);
  const events = () =>
    behindTheApi<{ id: string }>(`select subject_id as id from ${t}.events where type = 'contactChanged'`);
  const toldBefore = new Set((await events()).map(({ id }) => id));
  const taken = await takeOver({ tenancy, tenant: found, report }, rewind.rewindId, chosen, null);

  expect(taken).toBe(10);
  const after = await checksums(tenant.schemaName);
  for (const id of chosen) expect(after.get(id)).toBe(before.get(id));
  const others = (of: Map<string, string>) => [...of].filter(([id]) => !chosen.includes(id)).sort();
  expect(others(after)).toEqual(others(between));
  const told = (await events()).map(({ id }) => id).filter((id) => !toldBefore.has(id));
  expect(told.sort()).toEqual([...chosen].sort());

  await takeOver({ tenancy, tenant: found, report }, rewind.rewindId, null, null);
  const atLast = await checksums(tenant.schemaName);
  for (const [id, sum] of before) expect(atLast.get(id)).toBe(sum);
  for (const id of truth.contacts.added) expect(atLast.has(id)).toBe(true);
}, 120_000);

test('an earlier state is seen by nobody, read by the company’s role alone, and dropped', async () => {
  const { tenant, found, tenancy } = await newCompany(1);
  const other = await newTenant();
  const { rewindId } = await openRewind({
    tenancy,
    tenant: found,
    source: sourceOf(await archiveOf(tenancy, found)),
    report,
  });
  const { archives } = (await testApi()).app;
  const schemaName = (await archives.rewindSchema(rewindId, tenant.id)) as string;

  expect(await tenancy.registry.findTenant(rewindId)).toBeNull();
  expect(await archives.rewindSchema(rewindId, other.id)).toBeNull();
  const read = async (of: TestTenant) =>
    (await tenancy.managerOf({ schemaName: of.schemaName })).query(`select count(*) from "${schemaName}".contacts`);
  expect(await read(tenant)).toHaveLength(1);
  await expect(read(other)).rejects.toMatchObject({ code: '42501' });
  const write = (await tenancy.managerOf(found)).query(`delete from "${schemaName}".contacts`);
  await expect(write).rejects.toMatchObject({ code: '42501' });

  await behindTheApi('update public.tenants set status_until = now() where id = $1', [rewindId]);
  await tenancy.hidden.dropExpired();
  expect(await archives.rewindSchema(rewindId, tenant.id)).toBeNull();
  expect(await behindTheApi('select from pg_namespace where nspname = $1', [schemaName])).toEqual([]);
}, 60_000);

test('a company that is dropped takes along what lies beside it, which its role may read', async () => {
  const { tenant, found, tenancy } = await newCompany(1);
  const source = sourceOf(await archiveOf(tenancy, found));
  const { rewindId } = await openRewind({ tenancy, tenant: found, source, report });
  const { lifecycle } = (await testApi()).app;

  await lifecycle.delete(byCommand({ id: randomUUID(), name: 'Operator' }), tenant.id, found.name, { isNow: true });
  await lifecycle.drop(tenant.id);

  expect(await behindTheApi('select from public.tenants where id = any($1)', [[tenant.id, rewindId]])).toEqual([]);
  expect(await behindTheApi('select from pg_roles where rolname = $1', [found.schemaName])).toEqual([]);
}, 60_000);

test('whoever was erased for good since is not among those that differ, and does not come back', async () => {
  const { tenant, people, found, tenancy } = await newCompany(2);
  const [erased, deleted] = people.map(({ id }) => id);
  const source = sourceOf(await archiveOf(tenancy, found));
  const t = `"${tenant.schemaName}"`;
  await behindTheApi(`delete from ${t}.contacts`);
  const erase = () =>
    behindTheApi(
      `insert into ${t}.erasures (id, contact_id, receipt, erased_at) values (gen_random_uuid(), $1, '{}', now())`,
      [erased],
    );
  const { rewindId: before } = await openRewind({ tenancy, tenant: found, source, report });
  await erase();

  const { rewindId, contacts, sample } = await openRewind({ tenancy, tenant: found, source, report });
  const taken = [
    await takeOver({ tenancy, tenant: found, report }, before, [erased as string], null),
    await takeOver({ tenancy, tenant: found, report }, rewindId, null, null),
  ];

  expect(contacts).toEqual({ added: 0, changed: 0, deleted: 1 });
  expect(sample.map(({ id }) => id)).toEqual([deleted]);
  expect(taken).toEqual([0, 1]);
  expect([...(await checksums(tenant.schemaName)).keys()]).toEqual([deleted]);
}, 60_000);
