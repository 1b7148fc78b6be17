import { newTenant } from './new-tenant';
import { brokenRule } from './sql-rules';

test.each([
  ['with c as (insert into t values (1) returning id) select * from c', 'a CTE that writes'],
  ['with c as materialized (\n  update t set a = 1 returning id) select * from c', 'a CTE that writes'],
  ['insert into "t_1"."contacts" (id) select id from "t_1"."deleted_contacts" where id = $1', 'a bare INSERT … SELECT'],
  ['insert into "t_1"."contacts" select * from x', 'a bare INSERT … SELECT'],
  ['set role "t_1"', 'SET for the whole session'],
  [`select set_config('role', $1, false)`, 'set_config for the whole session'],
  ['insert into t values (1) on conflict (a) do update set a = 2 where t.at < now()', 'now() in ON CONFLICT'],
])('%s is refused', (statement, why) => {
  expect(brokenRule(statement)).toContain(why);
});

test.each([
  'with c as materialized (select * from t where id = $1) insert into t select * from c',
  'insert into t (a) select * from unnest($1::text[])',
  'insert into t (a, b) values ($1, $2) returning a',
  'set local role "t_1"',
  `select set_config('search_path', $1, true)`,
])('%s is allowed', (statement) => {
  expect(brokenRule(statement)).toBeNull();
});

test('the statements of every test are held to the rules', async () => {
  const tenant = await newTenant();
  const manager = await tenant.api.app.tenancy.managerOf(tenant);

  await expect(manager.query(`select set_config('role', 'none', false)`)).rejects.toThrow('runs on every engine');
});
