import type pg from 'pg';
import { userOf } from './roles';
import { withClient } from './with-client';

const oldestMajor = 13;

/** Errors: one sentence where no PostgreSQL that is new enough answers there. `variable` is the setting that names it. */
export async function requireServer(variable: string, url: string): Promise<void> {
  const where = `the PostgreSQL at ${new URL(url).host}`;
  const version = await withClient(url, readVersion).catch((error: unknown) => {
    throw new Error(`${variable} names ${where}, which cannot be used as "${userOf(url)}": ${reasonOf(error)}.`);
  });
  if (version.number < oldestMajor * 10_000) {
    throw new Error(`${variable} must name a PostgreSQL ${oldestMajor} or later; ${where} is ${version.text}.`);
  }
}

async function readVersion(client: pg.Client): Promise<{ number: number; text: string }> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  );
  if (!rows[0]) throw new Error('it did not say its version');
  return rows[0];
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

export interface DatabaseRole {
  isSuperuser: boolean;
  mayCreateRoles: boolean;
  ownsRegistry: boolean;
}

export function describeRole(url: string): Promise<DatabaseRole> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<DatabaseRole>(
      `select rolsuper as "isSuperuser", rolcreaterole as "mayCreateRoles",
         exists (select from pg_class where oid = to_regclass('public.tenants') and relowner = r.oid) as "ownsRegistry"
       from pg_roles r where rolname = current_user`,
    );
    if (!rows[0]) throw new Error('expected the role of this session to exist');
    return rows[0];
  });
}

/** Errors: one sentence where requests would run as a role that can do more than requests need. */
export async function requireServing(url: string): Promise<void> {
  const { isSuperuser, mayCreateRoles, ownsRegistry } = await describeRole(url);
  const is = isSuperuser
    ? 'is a superuser'
    : mayCreateRoles
      ? 'may make roles'
      : ownsRegistry
        ? 'owns the tables'
        : null;
  if (is === null) return;
  throw new Error(
    `DATABASE_URL's role "${userOf(url)}" ${is}, so that no company's schema is closed to it: leave DATABASE_DIRECT_URL out, name another role for requests, or set ATRIUM_ALLOW_SUPERUSER=1.`,
  );
}

interface Abilities {
  role: string;
  database: string;
  mayCreateRoles: boolean;
  /** Requests have been served as this role. */
  isGateway: boolean;
  mayCreateSchemas: boolean;
  mayCreateInPublic: boolean;
  anyoneMayCreateInPublic: boolean;
  mayCloseIt: boolean;
  hasRegistry: boolean;
  hasTrigrams: boolean;
  mayAddTrigrams: boolean;
  folds: boolean;
  orders: boolean;
}

const abilities = `
  select quote_ident(current_user) as role, quote_ident(current_database()) as database,
    r.rolsuper or r.rolcreaterole as "mayCreateRoles",
    exists (select from pg_class where oid = to_regclass('public.tenants') and relowner <> r.oid
      and has_table_privilege(r.oid, oid, 'SELECT')) as "isGateway",
    has_database_privilege(current_database(), 'CREATE') as "mayCreateSchemas",
    has_schema_privilege('public', 'CREATE') as "mayCreateInPublic",
    exists (select from pg_namespace, aclexplode(nspacl) where nspname = 'public' and grantee = 0 and privilege_type = 'CREATE')
      as "anyoneMayCreateInPublic",
    pg_has_role((select nspowner from pg_namespace where nspname = 'public'), 'USAGE') as "mayCloseIt",
    to_regclass('public.tenants') is not null as "hasRegistry",
    exists (select from pg_extension where extname = 'pg_trgm') as "hasTrigrams",
    exists (select from pg_available_extension_versions where name = 'pg_trgm' and (trusted or r.rolsuper)) as "mayAddTrigrams",
    'Zoë' ilike '%ZOË%' as folds,
    exists (select from pg_collation where collname = 'und-x-icu') as orders
  from pg_roles r where r.rolname = current_user`;

/** Errors: one sentence for the first thing that the owner of the tables lacks, with the statement that mends it. */
export async function requireAbilities(url: string): Promise<void> {
  const found = await withClient(url, async (client) => (await client.query<Abilities>(abilities)).rows[0]);
  if (!found) throw new Error('expected the role of this session to exist');
  const lack = lackOf(found);
  if (lack) throw new Error(`The database role ${found.role} ${lack}`);
}

function lackOf(can: Abilities): string | null {
  const { role, database } = can;
  const bySuperuser = (needs: string, statement: string) => `${needs}: as a superuser, run  ${statement};`;
  if (!can.mayCreateRoles)
    return can.isGateway
      ? 'is for requests, and makes no roles: set DATABASE_DIRECT_URL to the same database as the role that owns it.'
      : bySuperuser('may not make roles, of which each company needs one', `alter role ${role} createrole`);
  if (!can.mayCreateSchemas)
    return bySuperuser(
      'may not create schemas, of which each company needs one',
      `grant create on database ${database} to ${role}`,
    );
  if (!can.mayCreateInPublic && !can.hasRegistry)
    return bySuperuser(
      'may not create tables in the schema "public", where the list of companies is kept',
      `grant create on schema public to ${role}`,
    );
  if (can.anyoneMayCreateInPublic && !can.mayCloseIt)
    return bySuperuser(
      'cannot keep others from creating objects in the schema "public", where every role looks first',
      'revoke create on schema public from public',
    );
  if (!can.hasTrigrams && !can.mayAddTrigrams)
    return bySuperuser(
      'finds no extension pg_trgm, which search needs, and may not add it',
      'create extension pg_trgm with schema public',
    );
  if (!can.folds)
    return `finds a database that does not fold case beyond ASCII, so that "ö" would not find "Ö": make another with  create database ${database} owner ${role} template template0 locale 'C.UTF-8';  or a better locale.`;
  if (!can.orders)
    return 'finds no collation "und-x-icu", by which names are ordered: use a PostgreSQL that was built with ICU.';
  return null;
}
