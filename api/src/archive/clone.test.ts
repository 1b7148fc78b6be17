import { randomUUID } from 'node:crypto';
import { byCommand } from '../tenancy/lifecycle/by';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi, testApi } from '../testing/test-api';
import { cloneCompany } from './clone';
import { WordMask } from './mask-words';

const firstNames = ['Annegret', 'Bartholomew', 'Çiğdem', 'Дмитрий', '美咲', 'Oluwaseun', 'Zoë', 'José María'];
const lastNames = ['Featherstone', 'Grünwald', 'Papadopoulos', 'Ó Briain', 'Nguyễn', 'van der Berg', 'Кузнецова'];

/** 1,000 contacts with conversations, messages and notes, put in as the import would; and what of them is sampled. */
async function fill({ schemaName }: TestTenant): Promise<string[]> {
  const people = Array.from({ length: 1_000 }, (_, i) => ({
    id: randomUUID(),
    conversation: randomUUID(),
    name: `${firstNames[i % firstNames.length]} ${lastNames[i % lastNames.length]} the ${i}th`,
    email: `person.${i}@customer-${i % 90}.example`,
    phone: `+49 30 90${100_000 + i}`,
    e164: `+493090${100_000 + i}`,
    company: `Customer House ${i % 90} GmbH`,
    address: `Lindenstraße ${i}, 10969 Berlin`,
    subject: `About order ${500_000 + i}`,
    content: `Dear team,\nmy order ${500_000 + i} of the ${(i % 28) + 1}th has not come. Call me at 0170 ${3_000_000 + i}.\tYours`,
    note: `Prefers to be called in the evening (${i} times so far)`,
  }));
  const rows = [JSON.stringify(people)];
  const from = `from jsonb_to_recordset($1::jsonb) p (id uuid, conversation uuid, name text, email text, phone text, e164 text,
    company text, address text, subject text, content text, note text)`;
  for (const statement of [
    `insert into "${schemaName}".contacts (id, name, email, phone, phone_e164, metadata, external_id)
     select id, name, email, phone, e164, jsonb_build_object('company', company, 'address', jsonb_build_object('street', address),
       'tier', 'Gold', 'seats', 12, 'account', 49301234567), 'crm-' || id ${from}`,
    `insert into "${schemaName}".conversations (id, contact_id, subject, message_count) select conversation, id, subject, 1 ${from}`,
    `insert into "${schemaName}".conversation_subjects (conversation_id, subject) select conversation, subject ${from}`,
    `insert into "${schemaName}".messages (id, conversation_id, number, sender_type, content)
     select gen_random_uuid(), conversation, 1, 'contact', content ${from}`,
    `insert into "${schemaName}".contact_notes (id, contact_id, content, created_at) select gen_random_uuid(), id, note, now() ${from}`,
  ]) {
    await behindTheApi(statement, rows);
  }
  return people.flatMap(({ name, email, phone, e164, company, address, subject, content, note }) => [
    ...[name, email, phone, e164, company, address, subject, content, note, content.split('\n')[1] ?? ''],
    ...[`0170 ${content.slice(-12, -6)}`.trim(), email.split('@')[1] ?? ''],
  ]);
}

async function cloneOf(tenant: TestTenant): Promise<{ tenancy: Tenancy; copy: Tenant }> {
  const { tenancy } = (await testApi()).app;
  const found = (await tenancy.registry.findTenant(tenant.id)) as Tenant;
  const { tenantId } = await cloneCompany({
    tenancy,
    tenant: found,
    name: `Sandbox ${randomUUID().slice(0, 8)}`,
    ownerId: null,
    report: () => undefined,
  });
  return { tenancy, copy: (await tenancy.registry.findTenant(tenantId)) as Tenant };
}

/** Every row of every table, as one text. */
async function allText(schemaName: string): Promise<string> {
  const tables = await behindTheApi<{ name: string }>(
    'select table_name::text as name from information_schema.tables where table_schema = $1',
    [schemaName],
  );
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await behindTheApi<{ row: object }>(`select to_jsonb(t) as row from "${schemaName}"."${name}" t`);
      return rows.map(({ row }) => JSON.stringify(row)).join('\n');
    }),
  );
  return texts.join('\n').toLowerCase();
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1).toLowerCase();

test('nothing of what was sampled of a thousand people is anywhere in the copy', async () => {
  const tenant = await newTenant();
  const sampled = [...new Set(await fill(tenant))];

  const { copy } = await cloneOf(tenant);

  const [original, copied] = [await allText(tenant.schemaName), await allText(copy.schemaName)];
  const isIn = (text: string) => (value: string) => text.includes(escaped(value));
  expect(sampled.length).toBeGreaterThan(7_000);
  // Else the search itself would find nothing.
  expect(sampled.slice(0, 9).filter(isIn(original))).toHaveLength(9);
  expect(sampled.filter(isIn(copied))).toEqual([]);
}, 120_000);

test('the copy is as large as the company, and looks like one', async () => {
  const tenant = await newTenant();
  await fill(tenant);

  const { copy } = await cloneOf(tenant);

  const [row] = await behindTheApi(
    `select count(*)::int as contacts, (select count(*)::int from "${copy.schemaName}".messages) as messages,
       bool_and(email ~ '^[^@ ]+@[a-z0-9.-]+\\.invalid$') as emails, bool_and(phone_e164 ~ '^\\+1[2-9]\\d\\d55501\\d\\d$') as numbers,
       bool_and(phone_e164 = replace(phone, ' ', '')) as same, bool_and(metadata->>'seats' is not null) as metadata,
       count(distinct metadata->>'company')::int as companies
     from "${copy.schemaName}".contacts`,
  );
  expect(row).toEqual({
    contacts: 1_000,
    messages: 1_000,
    emails: true,
    numbers: true,
    same: true,
    metadata: true,
    companies: expect.any(Number),
  });
  const lengths = (schemaName: string) =>
    behindTheApi(
      `select (select sum(char_length(name)) from "${schemaName}".contacts) as name,
         (select sum(char_length(content)) from "${schemaName}".messages) as content`,
    );
  expect(await lengths(copy.schemaName)).toEqual(await lengths(tenant.schemaName));
}, 120_000);

test('a sandbox has nothing to do, nobody to tell, and an end; then it is dropped', async () => {
  const tenant = await newTenant();
  await tenant.createContact();
  const { tenancy, copy } = await cloneOf(tenant);

  expect(copy).toMatchObject({ isSandbox: true, sandboxEndsAt: expect.any(String) });
  expect(Date.parse(copy.sandboxEndsAt ?? '') - Date.now()).toBeGreaterThan(13 * 24 * 3_600_000);
  const left = () =>
    behindTheApi(
      `select (select count(*)::int from public.jobs where tenant_id = $1) as jobs,
         (select count(*)::int from public.memberships where tenant_id = $1) as members,
         (select count(*)::int from pg_namespace where nspname = $2) as schemas,
         (select count(*)::int from pg_roles where rolname = $2) as roles`,
      [copy.id, copy.schemaName],
    );
  expect(await left()).toEqual([{ jobs: 0, members: 0, schemas: 1, roles: 1 }]);
  // Deleted and restored, it has an end again.
  const { lifecycle } = (await testApi()).app;
  const operator = byCommand({ id: randomUUID(), name: 'Operator' });
  await lifecycle.delete(operator, copy.id, copy.name);
  await lifecycle.restore(operator, copy.id);
  const restored = await tenancy.registry.findTenant(copy.id);
  expect(Date.parse(restored?.sandboxEndsAt ?? '') - Date.now()).toBeGreaterThan(13 * 24 * 3_600_000);
  await behindTheApi('update public.tenants set status_until = now() where id = $1', [copy.id]);

  await tenancy.hidden.dropExpired();

  expect(await left()).toEqual([{ jobs: 0, members: 0, schemas: 0, roles: 0 }]);
  expect(await tenancy.registry.findTenant(tenant.id)).not.toBeNull();
}, 60_000);

test('the same word is the same invented one, under one secret, and never itself', () => {
  const [mask, again, other] = [new WordMask('one'), new WordMask('one'), new WordMask('another')];
  const texts = ['Ann', 'a', '7', 'Ärzte-Straße 12b', 'naïve\nline', '😀 ok', 'İstanbul'];

  for (const text of texts) {
    expect(mask.text(text)).toBe(again.text(text));
    expect(mask.text(text)).not.toBe(text);
    expect([...mask.text(text)]).toHaveLength([...text].length);
  }
  expect(mask.text('Annegret Featherstone')).not.toBe(other.text('Annegret Featherstone'));
});
