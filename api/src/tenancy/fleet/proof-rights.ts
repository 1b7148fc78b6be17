import type { QueryRunner } from 'typeorm';

export interface Rights {
  /** Schemas, tables, columns, sequences and functions whose rights were read. */
  read: number;
  /** What the role holds of them nevertheless, in words. */
  open: { schemaName: string; what: string }[];
}

/**
 * Of all schemas of others and of the registry: what was granted to the role or to everybody, and what it owns. A role that is a member of no
 * other and no superuser has no further rights. Each catalog is read once.
 */
export async function readRights(runner: QueryRunner, role: string): Promise<Rights> {
  const [row]: Rights[] = await runner.query(
    `with me as (select oid, rolsuper or rolbypassrls or rolcreaterole as "isMore" from pg_roles where rolname = $1),
     s as materialized (
       select n.oid, n.nspname::text as nspname, n.nspowner, n.nspacl from pg_namespace n
       where n.nspname = 'public' or n.nspname <> $1 and n.nspname in (select schema_name from public.tenants)),
     extended as materialized (select classid, objid from pg_depend where deptype = 'e'),
     objects as (
       select nspname, 'the schema' as what, nspowner as owner, coalesce(nspacl, acldefault('n', nspowner)) as acl, array['USAGE'] as harmless from s
       union all
       select s.nspname, case c.relkind when 'S' then 'the sequence ' else 'the table ' end || c.relname, c.relowner, c.relacl, '{}'
       from pg_class c join s on s.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and not exists (select from extended e where e.objid = c.oid and e.classid = 'pg_class'::regclass)
       union all
       select s.nspname, 'a column of ' || c.relname, c.relowner, a.attacl, '{}'
       from pg_attribute a join pg_class c on c.oid = a.attrelid join s on s.oid = c.relnamespace where a.attacl is not null
       union all
       select s.nspname, 'the function ' || p.proname, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)), '{}'
       from pg_proc p join s on s.oid = p.pronamespace where not exists (select from extended e where e.objid = p.oid and e.classid = 'pg_proc'::regclass)
     ), opened as (
       select nspname, what, 'owns ' as holds from objects where owner = (select oid from me)
       union all
       select o.nspname, o.what, 'holds ' || lower(string_agg(distinct g.privilege_type, ', ')) || ' on ' from objects o, aclexplode(o.acl) g
       where g.grantee in (0, (select oid from me)) and not (o.nspname = 'public' and g.privilege_type = any(o.harmless)) group by 1, 2
       union all
       select 'public', 'the role ' || m.roleid::regrole::text, 'is a member of ' from pg_auth_members m where m.member = (select oid from me)
       union all
       select 'public', 'a tenant', 'is more than ' from me where "isMore"
     )
     select (select count(*)::int from objects) as read,
       coalesce((select jsonb_agg(jsonb_build_object('schemaName', nspname, 'what', holds || what)) from opened), '[]') as open`,
    [role],
  );
  return row ?? { read: 0, open: [] };
}
