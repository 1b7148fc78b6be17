import type { QueryRunner } from 'typeorm';

/** Something that belongs to somebody else. */
interface ForeignObject {
  kind: 'schema' | 'relation' | 'sequence' | 'function';
  schemaName: string;
  /** As SQL writes it, with its schema. */
  name: string;
  /** A column of it, or what a call of it takes; null where it has none. */
  detail: string | null;
}

/** All that there is in these schemas, what extensions brought along left out: it is everybody's. */
export function listForeignObjects(runner: QueryRunner, schemaNames: readonly string[]): Promise<ForeignObject[]> {
  return runner.query(
    `with s as (select oid, nspname from pg_namespace where nspname = any($1)),
     extended as (select classid, objid from pg_depend where deptype = 'e')
     select 'schema' as kind, s.nspname as "schemaName", quote_ident(s.nspname) as name, null as detail from s
     union all
     select case when c.relkind = 'S' then 'sequence' else 'relation' end, s.nspname, format('%I.%I', s.nspname, c.relname),
       (select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum limit 1)
     from pg_class c join s on s.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and (c.oid, 'pg_class'::regclass) not in (select objid, classid from extended)
     union all
     select 'function', s.nspname, format('%I.%I', s.nspname, p.proname),
       (select string_agg('null::' || format_type(t, null), ', ') from unnest(p.proargtypes) t)
     from pg_proc p join s on s.oid = p.pronamespace where (p.oid, 'pg_proc'::regclass) not in (select objid, classid from extended)
     order by 2, 3`,
    [schemaNames],
  );
}

/** Each writes nothing even where it is let through: what is tried is taken back. */
export function attemptsAt({ kind, name, detail }: ForeignObject): string[] {
  if (kind === 'schema') return [`create table ${name}.intruder (id integer)`];
  if (kind === 'sequence') return [`select nextval('${name.replaceAll("'", "''")}')`, `select last_value from ${name}`];
  if (kind === 'function') return [`select ${name}(${detail ?? ''})`];
  return [
    `select * from ${name} limit 1`,
    `insert into ${name} default values`,
    ...(detail === null ? [] : [`update ${name} set ${detail} = null where false`]),
    `delete from ${name} where false`,
    `truncate ${name}`,
    `alter table ${name} add column intruder integer`,
    `drop table ${name}`,
  ];
}

/** Runs what `atrium.attempts` lists, each taken back, and leaves what was answered in `atrium.answers`. A part of the page, to repeat it. */
export const tryEach = `do $$
declare
  attempt text;
  refused integer := 0;
  others jsonb := '[]';
begin
  for attempt in select value from jsonb_array_elements_text(current_setting('atrium.attempts')::jsonb) loop
    begin
      execute attempt;
      raise exception using errcode = 'AT000', message = 'it was done';
    exception
      when insufficient_privilege then refused := refused + 1;
      when others then others := others || jsonb_build_object('statement', attempt, 'answer', sqlstate || ': ' || sqlerrm);
    end;
  end loop;
  perform set_config('atrium.answers', jsonb_build_object('refused', refused, 'others', others)::text, true);
end $$`;
