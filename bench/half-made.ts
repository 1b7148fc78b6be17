import type { Client } from 'pg';

/** Sentences about tenants of which only a part is there, or a part that nobody owns; none where all is well. */
export async function halfMadeTenants(client: Client): Promise<string[]> {
  const faults: string[] = [];
  for (const [sentence, query] of Object.entries(queries)) {
    const { rows } = await client.query<{ name: string }>(query);
    faults.push(...rows.map(({ name }) => `${name}: ${sentence}`));
  }
  return faults;
}

const generated = `'^t_[0-9a-v]{26}$'`;
const ofTenants = `from public.tenants t`;
const tablesOfTenant = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = t.schema_name`;

const queries = {
  'a tenant without a schema': `
    select slug as name ${ofTenants} where not exists (select from pg_namespace where nspname = t.schema_name)`,
  'a tenant without a role': `
    select slug as name ${ofTenants} where not exists (select from pg_roles where rolname = t.schema_name)`,
  'a tenant with fewer tables than others': `
    with counted as (select slug, (select count(*) ${tablesOfTenant}) as tables ${ofTenants})
    select slug as name from counted where tables < (select max(tables) from counted) or tables = 0`,
  'a tenant whose role may not use its schema or tables': `
    select slug as name ${ofTenants}
    join pg_namespace s on s.nspname = t.schema_name join pg_roles r on r.rolname = t.schema_name
    where not has_schema_privilege(r.oid, s.oid, 'usage')
      or exists (select ${tablesOfTenant} and not (
        has_table_privilege(r.oid, c.oid, 'select') and has_table_privilege(r.oid, c.oid, 'insert')
        and has_table_privilege(r.oid, c.oid, 'update') and has_table_privilege(r.oid, c.oid, 'delete')))`,
  'a tenant whose role no gateway may become': `
    select slug as name ${ofTenants} join pg_roles r on r.rolname = t.schema_name
    where not exists (
      select from pg_auth_members m join pg_roles g on g.oid = m.member
      where m.roleid = r.oid and g.rolname = 'atrium_api')`,
  'a schema without a tenant': `
    select nspname as name from pg_namespace
    where nspname ~ ${generated} and not exists (select ${ofTenants} where schema_name = nspname)`,
  'a role that neither a tenant nor the reserve knows': `
    select rolname as name from pg_roles where rolname ~ ${generated}
      and not exists (select ${ofTenants} where schema_name = rolname)
      and not exists (select from public.role_reserve where role_name = rolname)`,
  'in the reserve, without a role': `
    select role_name as name from public.role_reserve
    where not exists (select from pg_roles where rolname = role_name)`,
  'in the reserve, though a tenant has it': `
    select role_name as name from public.role_reserve join public.tenants t on t.schema_name = role_name`,
};
