import { newTenant, type TestTenant } from '../../testing/new-tenant';
import { behindTheApi } from '../../testing/test-api';

const verify = (tenant: TestTenant, repair = false) =>
  tenant.api.app.tenancy.drift.verify({ only: [tenant.slug], repair });

/** As whoever is at work in the database past Atrium. `{s}` is the tenant's schema and its role. */
async function tamper({ schemaName }: TestTenant, ...statements: string[]): Promise<void> {
  for (const statement of statements) await behindTheApi(statement.replaceAll('{s}', schemaName));
}

const found = async (tenant: TestTenant) => {
  const { drifted } = await verify(tenant);
  return drifted.flatMap(({ differences }) => differences.map(({ what }) => what));
};

/** What is done by hand, how it is told, and whether it is mended unasked. */
const kinds: [what: string, by: string[], told: RegExp, isMended: boolean][] = [
  [
    'an index that is gone',
    ['drop index {s}.contacts_source_idx'],
    /^The index contacts_source_idx on contacts is missing\.$/,
    true,
  ],
  [
    'another index of the name',
    ['drop index {s}.contacts_source_idx', 'create index contacts_source_idx on {s}.contacts (phone)'],
    /^The index contacts_source_idx is another one: .*\(phone\), expected .*source/,
    true,
  ],
  [
    'a default that is gone',
    ['alter table {s}.conversations alter column message_count drop default'],
    /^The column conversations\.message_count has the default none, expected 0\.$/,
    true,
  ],
  [
    'a column that may be empty',
    ['alter table {s}.messages alter column content drop not null'],
    /^The column messages\.content may be empty, and must not\.$/,
    true,
  ],
  [
    'a constraint that is gone',
    ['alter table {s}.contacts drop constraint contacts_reachable'],
    /^The constraint contacts\.contacts_reachable is missing: CHECK/,
    true,
  ],
  [
    'a constraint that was never checked',
    [
      'alter table {s}.contacts drop constraint contacts_reachable',
      'alter table {s}.contacts add constraint contacts_reachable check (email is not null or phone is not null) not valid',
    ],
    /^The constraint contacts\.contacts_reachable was never checked/,
    true,
  ],
  [
    'a foreign key that is gone',
    ['alter table {s}.conversations drop constraint conversations_contact_id_fkey'],
    /^The constraint conversations\.conversations_contact_id_fkey is missing: FOREIGN KEY/,
    true,
  ],
  [
    'a right that is gone',
    ['revoke update on {s}.contacts from "{s}"'],
    /^The tenant's own role may delete, insert, select on contacts, expected delete, insert, select, update\.$/,
    true,
  ],
  [
    'a right of everybody',
    ['grant select on {s}.contacts to public'],
    /^Everybody may select, which no migration grants/,
    true,
  ],
  [
    'another owner',
    ['create role stray_{s}', 'grant stray_{s} to atrium_owner', 'alter table {s}.labels owner to stray_{s}'],
    /^The table labels belongs to stray_/,
    true,
  ],
  [
    'a type that is another one',
    ['alter table {s}.messages alter column sender_id type varchar(300)'],
    /^The column messages\.sender_id has the type character varying\(300\), expected text\.$/,
    false,
  ],
  [
    'a column too many',
    ['alter table {s}.contacts add column nickname text'],
    /^The column contacts\.nickname does not belong here/,
    false,
  ],
  [
    'a table too many',
    ['create table {s}.notes_of_mine (id integer)'],
    /^The table notes_of_mine does not belong here/,
    false,
  ],
  ['a sequence too many', ['create sequence {s}.counter'], /^The sequence counter does not belong here/, false],
  [
    'a table that is gone',
    ['drop table {s}.canned_replies'],
    /^The table canned_replies is missing, with whatever it held\.$/,
    false,
  ],
  [
    'a trigger',
    [
      'create function {s}.look() returns trigger language plpgsql as $$ begin return new; end $$',
      'create trigger looks before insert on {s}.contacts for each row execute function {s}.look()',
    ],
    /^The (function look\(\)|trigger contacts\.looks) does not belong here/,
    false,
  ],
];

test('what the migrations have made is as they make it', async () => {
  const tenant = await newTenant();

  expect(await verify(tenant)).toEqual({ checked: 1, unknown: [], drifted: [] });
});

test.each(kinds)('%s is found, told in words, and mended where nothing is lost', async (_what, by, told, isMended) => {
  const tenant = await newTenant();
  await tenant.createContact();
  await tamper(tenant, ...by);

  const before = await verify(tenant);
  const repaired = await verify(tenant, true);
  const after = await found(tenant);

  const [{ differences } = { differences: [] }] = before.drifted;
  const words = differences.map(({ what }) => what.replaceAll(tenant.schemaName, '{schema}'));
  expect(words.length).toBeGreaterThan(0);
  for (const what of words) expect(what).toMatch(told);
  expect(differences.every(({ mended }) => mended === null)).toBe(true);
  const mended = repaired.drifted.flatMap((each) => each.differences.map((difference) => difference.mended));
  expect(mended.every((each) => each === (isMended ? true : null))).toBe(true);
  expect(after.length === 0).toBe(isMended);
});

test('what cannot be mended says why, keeps nothing else from it, and changes nothing', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  await tenant.sendMessage(conversationId, 'Hello');
  await tamper(
    tenant,
    'alter table {s}.messages alter column sender_type drop not null',
    'update {s}.messages set sender_type = null',
    'drop index {s}.contacts_source_idx',
  );

  const { drifted } = await verify(tenant, true);

  expect(drifted[0]?.differences.map(({ mended }) => mended)).toEqual(
    expect.arrayContaining([true, expect.stringContaining('contains null values')]),
  );
  expect(await found(tenant)).toEqual(['The column messages.sender_type may be empty, and must not.']);
});

test('a schema that went back and forward again is as any other', async () => {
  const tenant = await newTenant();
  const { fleet } = tenant.api.app.tenancy;

  await fleet.rollBack(() => undefined, { only: [tenant.slug] });
  const behind = await verify(tenant);
  await fleet.migrate(() => undefined, { only: [tenant.slug] });

  expect(behind).toEqual({ checked: 1, unknown: [], drifted: [] });
  expect(await verify(tenant)).toEqual({ checked: 1, unknown: [], drifted: [] });
});

test('nothing is left of what the schemas are held against', async () => {
  const tenant = await newTenant();
  const count = async () =>
    behindTheApi<{ count: number }>(
      `select count(*)::int as count from pg_namespace n where nspname ~ '^t_' and not exists (select from public.tenants t where t.schema_name = n.nspname)`,
    );
  const before = await count();

  await verify(tenant);

  expect(await count()).toEqual(before);
});
