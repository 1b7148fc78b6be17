import { createHmac } from 'node:crypto';
import pg from 'pg';
import { withClient } from './with-client';

/** Where the process connects, as whom. */
export interface DatabaseUrls {
  /** For requests: a role that owns nothing and may become any tenant's, one transaction at a time. */
  gateway: string;
  /** For DDL, straight to the server: the role that owns the registry and every tenant's schema. */
  owner: string;
  /** For reads, a standby of the same server: as the gateway. Undefined where there is none. */
  replica?: string | undefined;
  /** For LISTEN, straight to the server, since a pooler in transaction mode cannot carry it: as the gateway. */
  listen: string;
}

const ownerRole = 'atrium_owner';

/** SQLSTATE of a role that exists, and of two that make or change it at the same moment. */
const madeByAnother = new Set(['42710', '23505', 'XX000']);

/** `atrium_owner` → `atrium_api`: two deployments in one cluster have owners, and so gateways, of their own. */
const gatewayNameOf = (owner: string): string => `${owner.replace(/_owner$/, '')}_api`.slice(0, 63);

/** Every process that knows the owner's password knows this one. Where there is none, nothing is derived: anyone could. */
const derivedPassword = (password: string, role: string): string =>
  password === '' ? '' : createHmac('sha256', password).update(role).digest('hex');

/**
 * The owner in a server whose superuser this is, made where it is missing; the database becomes its own.
 * Objects that an older version made as that superuser become the owner's, too.
 */
export async function setUpOwner(superuserUrl: string): Promise<string> {
  const { password, pathname } = new URL(superuserUrl);
  const secret = derivedPassword(decodeURIComponent(password), ownerRole);
  await withClient(superuserUrl, async (client) => {
    // Two processes that start at once would change the same rights at once, which PostgreSQL refuses the second.
    await client.query(`select pg_advisory_lock(hashtext('atrium roles'))`);
    const database = client.escapeIdentifier(decodeURIComponent(pathname.slice(1)));
    await requireLogin(client, superuserUrl, { role: ownerRole, attributes: 'createrole', password: secret });
    await client.query(`alter database ${database} owner to ${ownerRole}`);
    // Only what is missing: another process may be migrating, and changes the same rights.
    const { rows } = await client.query(
      `select has_schema_privilege($1, 'public', 'create') as "mayCreate", has_schema_privilege('public', 'public', 'create') as "mayAll"`,
      [ownerRole],
    );
    // By an own grant, not by everybody's: that one is taken away.
    if (!rows[0]?.mayCreate || rows[0]?.mayAll)
      await client.query(`grant create, usage on schema public to ${ownerRole}`);
    // Before PostgreSQL 15 anyone may create there by default, where all roles look first.
    if (rows[0]?.mayAll) await client.query('revoke create on schema public from public');
    await client.query('create extension if not exists pg_trgm with schema public');
    await adoptTenants(client);
  });
  return withUser(superuserUrl, ownerRole, secret);
}

/**
 * The gateway beside an owner, made where it is missing. With `given`, the role and password of that URL.
 * Shape: the URL to connect by, at the same server and database as the owner, or as `given`.
 */
export async function setUpGateway(ownerUrl: string, given?: string): Promise<string> {
  const { username, password } = new URL(ownerUrl);
  const name = given === undefined ? gatewayNameOf(decodeURIComponent(username)) : userOf(given);
  const secret =
    given === undefined
      ? derivedPassword(decodeURIComponent(password), name)
      : decodeURIComponent(new URL(given).password);
  await withClient(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('atrium roles'))`);
    await requireLogin(client, ownerUrl, { role: name, attributes: 'noinherit', password: secret });
    const { rows } = await client.query(`select has_schema_privilege($1, 'public', 'usage') as "mayUse"`, [name]);
    if (!rows[0]?.mayUse) await client.query(`grant usage on schema public to ${client.escapeIdentifier(name)}`);
  });
  return given ?? withUser(ownerUrl, name, secret);
}

export const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** Its password is set anew only where it does not work any more: each change would be a write to the catalog at every start. */
async function requireLogin(
  client: pg.Client,
  url: string,
  { role, attributes, password }: { role: string; attributes: string; password: string },
): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount && (await canSignIn(withUser(url, role, password)))) return;
  const verb = rowCount ? 'alter' : 'create';
  const secret = password === '' ? 'null' : client.escapeLiteral(password);
  const statement = `${verb} role ${client.escapeIdentifier(role)} login ${attributes} password ${secret}`;
  await client.query(statement).catch((error: unknown) => {
    if (!(error instanceof pg.DatabaseError && madeByAnother.has(error.code ?? ''))) throw error;
  });
}

async function canSignIn(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** What an older version made as the superuser. Table by table: REASSIGN OWNED would take the server's own objects too. */
async function adoptTenants(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `with strangers as (
       select n.oid, n.nspname from pg_namespace n where n.nspname ~ '^t_[a-z0-9]{26}$' and pg_get_userbyid(n.nspowner) <> $1
     )
     select format('alter table %s owner to %I', c.oid::regclass, $1::text) as statement
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and pg_get_userbyid(c.relowner) <> $1
       and (n.oid in (select oid from strangers) or n.nspname = 'public' and c.relname = any($2))
     union all
     select format('alter schema %I owner to %I', nspname, $1::text) from strangers
     union all
     select format('grant %I to %I with admin option', nspname, $1::text) from strangers
     where exists (select from pg_roles where rolname = nspname)`,
    [ownerRole, ['tenants', 'idempotency_keys', 'wake_ups', 'registry_migrations']],
  );
  for (const { statement } of rows) await client.query(statement);
}
