import type { QueryRunner } from 'typeorm';

/** What a schema consists of. Its own name stands as `{schema}` in all of it, so that one tenant's can be held against another's. */
export interface SchemaPart {
  kind:
    | 'schema'
    | 'role'
    | 'relation'
    | 'column'
    | 'index'
    | 'constraint'
    | 'grant'
    | 'function'
    | 'trigger'
    | 'policy'
    | 'type';
  /** Unique within its kind: `contacts.name`. */
  name: string;
  /** By what is compared. Of a column: type, collation, notNull, default, and so on. */
  facts: Record<string, string | boolean | null>;
}

export type SchemaParts = Map<string, SchemaPart>;

export const keyOf = ({ kind, name }: Pick<SchemaPart, 'kind' | 'name'>): string => `${kind} ${name}`;

/** For the person who reads the SQL, and for PostgreSQL. */
export const ownSchema = '{schema}';

/** Shape: by `keyOf`; none where there is no such schema. */
export async function describeSchema(runner: QueryRunner, schemaName: string): Promise<SchemaParts> {
  // Names are written out where the path does not lead to them: both sides are read by the same path.
  await runner.query(`select set_config('search_path', 'pg_catalog', true)`);
  const rows: SchemaPart[] = await runner.query(description, [schemaName]);
  return new Map(rows.map((part) => [keyOf(part), part]));
}

const generic = (sql: string): string =>
  `replace(replace(${sql}, s.nspname || '.', '${ownSchema}.'), s.nspname, '${ownSchema}')`;
const role = (oid: string): string =>
  `case ${oid} when 0 then 'public' when s.role then '${ownSchema}' else ${oid}::regrole::text end`;

/** What the owner may do itself is no grant. */
const grants = (acl: string, owner: string, what: string, from: string): string => `
  select 'grant', ${what} || ' to ' || ${role('g.grantee')}, json_build_object('on', ${what}, 'to', ${role('g.grantee')},
    'privileges', string_agg(lower(g.privilege_type) || case when g.is_grantable then ' with grant option' else '' end, ', ' order by g.privilege_type))
  from ${from}, aclexplode(${acl}) g where g.grantee <> ${owner} group by ${what}, g.grantee, s.role`;

const description = `
  with s as (
    select n.oid, n.nspname::text as nspname, n.nspowner, n.nspacl, r.oid as role from pg_namespace n left join pg_roles r on r.rolname = n.nspname
    where n.nspname = $1
  ), rel as (select c.* from pg_class c join s on s.oid = c.relnamespace)
  select 'schema' as kind, '' as name, json_build_object('owner', nspowner::regrole::text) as facts from s
  union all
  select 'role', '', json_build_object('login', r.rolcanlogin, 'more', concat_ws(', ', case when r.rolsuper then 'superuser' end,
      case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end, case when r.rolbypassrls then 'bypassrls' end,
      case when r.rolreplication then 'replication' end),
    'members', (select string_agg(distinct m.member::regrole::text, ', ') from pg_auth_members m where m.roleid = r.oid),
    'memberOf', (select string_agg(distinct m.roleid::regrole::text, ', ') from pg_auth_members m where m.member = r.oid))
  from s join pg_roles r on r.oid = s.role
  union all
  select 'relation', relname, json_build_object('owner', relowner::regrole::text, 'rowSecurity', relrowsecurity, 'unlogged', relpersistence = 'u',
    'is', case relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
      when 'f' then 'foreign table' else 'type' end)
  from rel where relkind not in ('i', 'I')
  union all
  select 'column', rel.relname || '.' || a.attname, json_build_object('table', rel.relname, 'column', a.attname,
    'type', ${generic('format_type(a.atttypid, a.atttypmod)')}, 'notNull', a.attnotnull, 'default', ${generic('pg_get_expr(d.adbin, d.adrelid)')},
    'collation', (select l.collname from pg_collation l where l.oid = a.attcollation and l.collname <> 'default'),
    'identity', nullif(a.attidentity::text, ''), 'generated', nullif(a.attgenerated::text, ''))
  from s join rel on true join pg_attribute a on a.attrelid = rel.oid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where rel.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
  union all
  select 'index', c.relname, json_build_object('table', rel.relname, 'definition', ${generic('pg_get_indexdef(i.indexrelid)')}, 'valid', i.indisvalid)
  from s join rel on true join pg_index i on i.indrelid = rel.oid join pg_class c on c.oid = i.indexrelid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  union all
  select 'constraint', rel.relname || '.' || k.conname, json_build_object('table', rel.relname, 'constraint', k.conname,
    'definition', replace(${generic('pg_get_constraintdef(k.oid)')}, ' NOT VALID', ''), 'validated', k.convalidated)
  from s join rel on true join pg_constraint k on k.conrelid = rel.oid where k.contype <> 'n'
  union all
  select 'function', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', '{}'::json from pg_proc p join s on s.oid = p.pronamespace
  union all
  select 'trigger', rel.relname || '.' || g.tgname, json_build_object('enabled', g.tgenabled) from rel join pg_trigger g on g.tgrelid = rel.oid where not g.tgisinternal
  union all
  select 'policy', rel.relname || '.' || p.polname, '{}'::json from rel join pg_policy p on p.polrelid = rel.oid
  union all
  select 'type', y.typname, '{}'::json from pg_type y join s on s.oid = y.typnamespace where y.typrelid = 0 and y.typelem = 0 and y.typtype <> 'm'
  union all (${grants(`coalesce(s.nspacl, acldefault('n', s.nspowner))`, 's.nspowner', `'schema'::text`, 's')})
  union all (${grants(`coalesce(rel.relacl, acldefault(case rel.relkind when 'S' then 's'::"char" else 'r'::"char" end, rel.relowner))`, 'rel.relowner', 'rel.relname::text', `s join rel on rel.relkind not in ('i', 'I', 'c')`)})
  union all (${grants('a.attacl', 'rel.relowner', `rel.relname || '(' || a.attname || ')'`, 's join rel on true join pg_attribute a on a.attrelid = rel.oid and a.attacl is not null')})`;
