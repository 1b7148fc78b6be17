import type { QueryRunner } from 'typeorm';
import { openTenancy, tenantMigrations } from '../../app';
import { behindTheApi, testDatabaseUrls } from '../../testing/test-api';
import { type MigrationClass, migrationFrom } from './migration-list';
import { createsMore, recordSteps } from './recorded-steps';

const step = (up: (runner: QueryRunner) => Promise<void>) => {
  const Class = class {
    up = up;
    async down() {}
  };
  Object.defineProperty(Class, 'name', { value: 'Any1900000000000' });
  return migrationFrom(Class as MigrationClass);
};

/** All that the catalog says of a schema's tables, without the schema's own name. */
async function shapeOf(schemaName: string): Promise<unknown> {
  const [row] = await behindTheApi<{ shape: unknown }>(
    `select json_build_object(
       'columns', (select json_agg(json_build_array(c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                     pg_get_expr(d.adbin, d.adrelid)) order by c.relname, a.attnum)
                   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                   where c.relnamespace = $1::regnamespace and c.relkind = 'r'),
       'indexes', (select json_agg(indexdef order by indexname) from pg_indexes where schemaname = $1::text),
       'constraints', (select json_agg(json_build_array(conrelid::regclass::text, conname, pg_get_constraintdef(oid))
                         order by conrelid::regclass::text, conname) from pg_constraint where connamespace = $1::regnamespace)
     )::text as shape`,
    [schemaName],
  );
  return JSON.parse(String(row?.shape).replaceAll(schemaName, 'own'));
}

test('a tenant whose steps are sent at once is like one that has gone them one by one', async () => {
  const urls = await testDatabaseUrls();
  const [atOnce, oneByOne] = [openTenancy(urls), openTenancy(urls, { migrations: [...tenantMigrations, harmless] })];
  try {
    await atOnce.migrator.migrateRegistry();
    const [first, second] = [await atOnce.createTenant(any), await oneByOne.createTenant(any)];

    expect((await recordSteps(tenantMigrations))?.length).toBeGreaterThan(100);
    expect(await recordSteps([...tenantMigrations, harmless])).toBeNull();
    expect(await shapeOf(first.schemaName)).toEqual(await shapeOf(second.schemaName));
  } finally {
    await atOnce.close();
    await oneByOne.close();
  }
});

const any = { name: 'Recorded', idempotencyKey: null };

/** Reads an answer, and changes nothing. */
const harmless = step(async (runner) => {
  const [row] = await runner.query('select 1 as one');
  if (row.one !== 1) throw new Error('expected one');
});

test.each([
  ['an answer', async (runner: QueryRunner) => void (await runner.query('select 1'))[0]],
  ['values', async (runner: QueryRunner) => void (await runner.query('select $1', [1]))],
  ['more than queries', async (runner: QueryRunner) => void (await runner.hasTable('contacts'))],
])('what depends on %s is not recorded', async (_what, up) => {
  expect(await recordSteps([step(up)])).toBeNull();
});

test('a step that fails by itself says so', async () => {
  await expect(recordSteps([step(() => Promise.reject(new Error('ours')))])).rejects.toThrow('ours');
});

test.each([
  ['alter table contacts add column nickname text', false],
  ['create index contacts_source_idx on contacts (source)', false],
  ['create unique  index labels_name_key on labels (name)', false],
  ['create table notes (id uuid)', true],
  ['create unlogged table notes (id uuid)', true],
  ['CREATE SEQUENCE counter', true],
])('after "%s", whether rights are to be given is %s', (text, isMore) => {
  expect(createsMore(['select 1', text])).toBe(isMore);
});
