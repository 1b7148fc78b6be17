import { GraphQLScalarType } from 'graphql';
import { GraphQLError } from 'graphql/error';
import type { Tenant } from '../tenancy/tenant';
import type { Principal } from './principal';
import { isAtLeast, Role } from './role';

/** What can be allowed, such as `contacts:write`. Each noun adds its own, by declaring this interface again in its `.feature.ts`. */
export interface Permissions {
  'tenant:admin': true;
  'tenant:own': true;
}

export type Permission = keyof Permissions & string;

/** The lowest role that has each permission: the one table of roles and permissions, put together from what the nouns say. */
export type PermissionTable = { [Name in Permission]?: Role };

/** What the company itself can be done to. */
export const tenantPermissions: PermissionTable = { 'tenant:admin': Role.ADMIN, 'tenant:own': Role.OWNER };

/** What a key may be given: whoever holds one is nobody who could answer for owning the company. */
export const isScope = (permission: Permission): boolean => permission !== 'tenant:own';

/** The one place that says who may open which tenant. */
export function mayOpen(principal: Principal | null, { id }: Pick<Tenant, 'id'>): boolean {
  if (principal === null) return false;
  if (principal.kind === 'operator') return true;
  return principal.kind === 'key' ? principal.tenantId === id : principal.roles.has(id);
}

/** The one place that says who steers the deployment: it opens no company to them. */
export const isOperator = (principal: Principal | null): boolean =>
  principal?.kind === 'operator' || (principal?.kind === 'account' && principal.isOperator);

/** The one place that says who may do what in a tenant. */
export function can(
  principal: Principal | null,
  tenant: Pick<Tenant, 'id'>,
  permission: Permission,
  table: PermissionTable,
): boolean {
  if (principal === null || !mayOpen(principal, tenant)) return false;
  if (principal.kind === 'operator') return true;
  if (principal.kind === 'key') return principal.scopes.has(permission);
  const [role, lowest] = [principal.roles.get(tenant.id), table[permission]];
  return role !== undefined && lowest !== undefined && isAtLeast(role, lowest);
}

const form = /^[a-z]+:[a-z]+$/;

function readPermission(value: unknown): string {
  if (typeof value === 'string' && form.test(value)) return value;
  throw new GraphQLError('Expected a permission, such as "contacts:read".');
}

export const PermissionScalar = new GraphQLScalarType({
  name: 'Permission',
  description:
    'What may be done: `contacts:read`, `contacts:write`, `conversations:read`, `conversations:write`, `tenant:admin` (members, invitations, API keys, audit log), `tenant:own` (owners, deletion).',
  serialize: readPermission,
  parseValue: readPermission,
});
