import type { Tenant } from '../tenancy/tenant';
import type { Viewer } from './viewer';

/** What can be allowed, such as `contacts:write`. Each noun adds its own, by declaring this interface again in its `.feature.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the nouns
export interface Permissions {}

export type Permission = keyof Permissions & string;

/** The one place that says who may open which tenant. */
export function mayOpen(viewer: Viewer | null, _tenant: Tenant): boolean {
  return viewer !== null;
}

/** The one place that says who may do what in a tenant. There are no accounts yet: the local operator may do everything. */
export function can(viewer: Viewer | null, tenant: Tenant, _permission: Permission): boolean {
  return mayOpen(viewer, tenant);
}
