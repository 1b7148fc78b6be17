import type { QueryRunner } from 'typeorm';

/**
 * What a tenant's role may do with the given tables of its own schema: rows, never tables.
 * Table by table: GRANT … ON ALL TABLES IN SCHEMA reads the whole of pg_class, which grows with every tenant.
 */
export async function grantTables(runner: QueryRunner, schemaName: string, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  const names = tables.map((table) => `"${schemaName}"."${table}"`).join(', ');
  await runner.query(`grant select, insert, update, delete on ${names} to "${schemaName}"`);
}

/** Of these tables of the schema, those that are new: nobody was granted anything. To grant again would write each row of the catalog anew. */
export async function listClosed(
  runner: QueryRunner,
  schemaName: string,
  tables: readonly string[],
): Promise<string[]> {
  const rows: { name: string }[] = await runner.query(
    `select relname::text as name from pg_class
     where relnamespace = $1::regnamespace and relkind = 'r' and relacl is null and relname = any($2)`,
    [schemaName, tables],
  );
  return rows.map(({ name }) => name);
}

/** What requests need of the registry; all else is done as the owner. */
const registryRights = {
  registry_migrations: 'select',
  tenants: 'select, update (last_active_at)',
  secrets: 'select',
  former_slugs: 'select',
  deletion_receipts: 'select',
  jobs: 'select, insert, update, delete',
  tasks: 'select, insert, update, delete',
  archives: 'select, insert, update, delete',
  accounts: 'select, insert, update',
  sessions: 'select, insert, update, delete',
  memberships: 'select, insert, update, delete',
  invitations: 'select, insert, update, delete',
  password_resets: 'select, insert, delete',
  sign_in_links: 'select, insert, delete',
  second_steps: 'select, insert, update, delete',
  recovery_codes: 'select, insert, delete',
  passkeys: 'select, insert, update, delete',
  passkey_challenges: 'select, insert, delete',
  api_keys: 'select, insert, update, delete',
  audit_log: 'select, insert',
  access_version: 'select',
  single_sign_on: 'select, insert, update, delete',
  single_sign_on_identities: 'select, insert, delete',
  single_sign_on_attempts: 'select, insert, delete',
};

/** The gateway reads the registry, and may become each tenant's role. Only what is missing is granted. */
export async function grantGateway(runner: QueryRunner, gateway: string): Promise<void> {
  const name = `"${gateway.replaceAll('"', '""')}"`;
  for (const [table, rights] of Object.entries(registryRights)) {
    await runner.query(`grant ${rights} on public.${table} to ${name}`);
  }
  const missing: { role: string }[] = await runner.query(
    `select r.rolname::text as role
     from (select schema_name as name from public.tenants union all select role_name from public.role_reserve
           union all select schema_name from public.schema_reserve) ours
     join pg_roles r on r.rolname = ours.name
     where not exists (
       select from pg_auth_members m where m.roleid = r.oid and m.member = (select oid from pg_roles where rolname = $1))`,
    [gateway],
  );
  for (const { role } of missing) await runner.query(`grant "${role}" to ${name}`);
}
