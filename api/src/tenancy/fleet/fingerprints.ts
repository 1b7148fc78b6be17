import type { QueryRunner } from 'typeorm';

/** Within a transaction of its own each, or all within one. */
type Within = <Result>(work: (runner: QueryRunner) => Promise<Result>) => Promise<Result>;

/**
 * One text for each schema, equal where all that `describeSchema` tells of it is equal; where columns were dropped and added again it may
 * differ nevertheless. Each catalog is read once, whatever the number of schemas, and several of them at a time: sums of hashes need no order,
 * so nothing is sorted. Names of the schema and of its role are left out, so that one tenant's can be held against another's.
 * Shape: by schema name; one that there is not has none. Ids of types, operators and owners hold within one database.
 */
export async function readFingerprints(within: Within, schemaNames: readonly string[]): Promise<Map<string, string>> {
  const parts = await Promise.all(
    [relations, columns, indexesAndConstraints].map((part) => within(read(part, schemaNames))),
  );
  const fingerprints = new Map<string, string>();
  for (const { name, sum } of parts.flat()) fingerprints.set(name, `${fingerprints.get(name) ?? ''} ${sum}`);
  return fingerprints;
}

const read = (part: string, schemaNames: readonly string[]) => async (runner: QueryRunner) => {
  // Hash tables of some 100 bytes for each table of each tenant; sorts and spilled batches would take most of the time.
  await runner.query(`select set_config('work_mem', '128MB', true), set_config('enable_sort', 'off', true)`);
  const rows: { name: string; sum: string }[] = await runner.query(part, [schemaNames]);
  return rows;
};

const withoutName = (acl: string): string => `replace(${acl}::text, s.nspname, '')`;

const schemas = `
  s as materialized (
    select n.oid, n.nspname::text as nspname, n.nspowner, n.nspacl, r.oid as role,
      hashtextextended(concat_ws('|', r.rolsuper, r.rolcreaterole, r.rolcreatedb, r.rolbypassrls, r.rolcanlogin, r.rolreplication), 0) as attributes
    from pg_namespace n left join pg_roles r on r.rolname = n.nspname where n.nspname = any($1)
  )`;

const named = `hashtextextended(c.relname::text, ascii(c.relkind::text))`;

const tables = `
  rel as materialized (
    select c.oid, c.relnamespace as schema, s.nspname, ${named} as hash
    from pg_class c join s on s.oid = c.relnamespace where c.relkind not in ('i', 'I')
  )`;

/** Names, owners and rights of all that has a name in the schema, and what its role is. */
const relations = `
  with ${schemas}, rel as materialized (
    select c.oid, c.relnamespace as schema, ${named} as hash,
      hashtextextended(coalesce(${withoutName('c.relacl')}, ''), c.relowner::int8 # (ascii(c.relpersistence::text) << 40) # (c.relrowsecurity::int << 20)) as rights
    from pg_class c join s on s.oid = c.relnamespace
  ), relations as (
    select schema, sum(hash # rights) as sum from rel group by 1
  ), others as (
    select schema, sum(hash) as sum from (
      select p.pronamespace as schema, hashtextextended(p.proname::text, 1) as hash from pg_proc p join s on s.oid = p.pronamespace
      union all select y.typnamespace, hashtextextended(y.typname::text, 2) from pg_type y join s on s.oid = y.typnamespace
        where y.typrelid = 0 and y.typelem = 0 and y.typtype <> 'm'
      union all select rel.schema, hashtextextended(g.tgname::text, rel.hash # 3 # ascii(g.tgenabled::text)) from pg_trigger g join rel on rel.oid = g.tgrelid
        where not g.tgisinternal
      union all select rel.schema, hashtextextended(p.polname::text, rel.hash # 4) from pg_policy p join rel on rel.oid = p.polrelid
      union all select s.oid, hashtextextended('member', m.member::int8) from pg_auth_members m join s on s.role = m.roleid
      union all select s.oid, hashtextextended('of', m.roleid::int8) from pg_auth_members m join s on s.role = m.member
    ) each group by 1
  )
  select s.nspname as name, concat_ws(' ', s.nspowner, hashtextextended(coalesce(${withoutName('s.nspacl')}, ''), 0), s.attributes,
    relations.sum, '|', others.sum) as sum
  from s left join relations on relations.schema = s.oid left join others on others.schema = s.oid`;

const columns = `
  with ${schemas}, ${tables}
  select s.nspname as name, sum(hashtextextended(a.attname::text, s.hash # (a.atttypid::int8 << 32) # (a.atttypmod::int8 << 8)
      # (a.attcollation::int8 << 16) # (a.attnotnull::int) # (ascii(a.attidentity::text) << 1) # (ascii(a.attgenerated::text) << 9)
      # coalesce(d.hash, 0) # case when a.attacl is null then 0 else hashtextextended(${withoutName('a.attacl')}, 1) end))::text as sum
  from pg_attribute a join rel s on s.oid = a.attrelid
  left join (select adrelid, adnum, hashtextextended(adbin::text, 0) as hash from pg_attrdef) d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped group by 1`;

const indexesAndConstraints = `
  with ${schemas}, ${tables}, indexes as (
    select rel.schema, sum(rel.hash # (i.indisunique::int) # (i.indisvalid::int << 1) # (i.indisprimary::int << 2)
      # hashtextextended(concat_ws('|', i.indkey, i.indclass, i.indcollation, i.indoption, i.indexprs, i.indpred), 0)) as sum
    from pg_index i join rel on rel.oid = i.indrelid group by 1
  ), constraints as (
    select k.connamespace as schema, sum(hashtextextended(k.conname::text, coalesce(rel.hash, 0) # coalesce(target.hash << 1, 0)
      # hashtextextended(concat_ws('|', k.contype, k.convalidated, k.condeferrable, k.confdeltype, k.confupdtype, k.conkey, k.confkey, k.conbin), 0))) as sum
    from pg_constraint k join s on s.oid = k.connamespace left join rel on rel.oid = k.conrelid left join rel target on target.oid = k.confrelid
    where k.contype <> 'n' group by 1
  )
  select s.nspname as name, concat_ws(' ', indexes.sum, '|', constraints.sum) as sum
  from s left join indexes on indexes.schema = s.oid left join constraints on constraints.schema = s.oid`;
