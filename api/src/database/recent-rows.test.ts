import { soughtContacts, soughtMessages, soughtSubjects } from '../conversation/conversation.search';
import { newTenant } from '../testing/new-tenant';
import { newestStretches, stretchesOf } from './recent-rows';
import { sqlOf, tablesOf } from './tables';

const second = 1_000;
const day = 24 * 60 * 60 * second;

/** A UUIDv7 each, evenly. */
const rowsOver = (count: number, ms: number): string =>
  `(select (lpad(to_hex(1764000000000 + (i * ${ms}::bigint / ${count})), 12, '0') || '7' || substr(md5(i::text), 1, 3) || 'a' || substr(md5(i::text), 4, 15))::uuid as id
    from generate_series(1, ${count}) i)`;

test.each([
  ['a minute', 60 * second, 60, 60],
  ['a minute, fewer than are asked for', 60 * second, 60, 1_000],
  ['a week', 7 * day, 1_000, 100],
  ['two years', 730 * day, 10_000, 200],
  ['thirty years', 10_950 * day, 10_000, 1_000],
])('few stretches of time have all of the newest rows, in rows of %s', async (_over, ms, count, newest) => {
  const tenant = await newTenant();
  const manager = await tenant.api.app.tenancy.managerOf({ schemaName: tenant.schemaName });
  const table = rowsOver(count, ms);

  const [{ stretches, found, among }] = await manager.query(
    `with chosen as materialized (${newestStretches(table, newest)}),
       found as (select m.id from ${table} m where ${stretchesOf('m.id')} && (select stretches from chosen))
     select (select stretches from chosen),
       (select count(*)::int from found) as found,
       (select count(*)::int from (select id from ${table} m order by id desc limit ${newest}) m where id in (select id from found)) as among`,
  );

  expect(among).toBe(Math.min(count, newest));
  expect(stretches.length).toBeLessThanOrEqual(32);
  expect(found).toBeLessThanOrEqual(Math.max(3 * newest, among));
});

test('each index of words has the stretches of time of its rows', async () => {
  const tenant = await newTenant();
  const manager = await tenant.api.app.tenancy.managerOf({ schemaName: tenant.schemaName });
  const plans = await manager.transaction(async (inside) => {
    await inside.query('set local enable_seqscan = off');
    await inside.query('set local enable_indexscan = off');
    const found: string[] = [];
    for (const sought of [soughtContacts, soughtSubjects, soughtMessages]) {
      const values: unknown[] = [];
      const { table, alias, condition, ofEach } = sought('boiler', sqlOf(tablesOf(inside), values));
      const rows: { 'QUERY PLAN': string }[] = await inside.query(
        `explain select from ${table} ${alias} where ${condition} and ${ofEach} and ${stretchesOf(`${alias}.id`)} && array['019a']`,
        values,
      );
      found.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return found;
  });

  expect(plans).toEqual([
    expect.stringMatching(/contacts_search_text_idx[\s\S]*Index Cond: .*&&/),
    expect.stringMatching(/conversation_subjects_subject_idx[\s\S]*Index Cond: .*&&.*~~/),
    expect.stringMatching(/messages_content_idx[\s\S]*Index Cond: .*&&.*~~/),
  ]);
});
