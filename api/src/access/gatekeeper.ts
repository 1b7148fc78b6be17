import { forbidden, tenantNotFound, unauthenticated } from '../graphql/errors';
import type { Asker } from './asker';
import { can, mayOpen, type Permission, type PermissionTable } from './permission';
import type { Principal } from './principal';

/** Asks the table of permissions. One per process. */
export class Gatekeeper {
  constructor(readonly table: PermissionTable) {}

  can(principal: Principal | null, tenantId: string, permission: Permission): boolean {
    return can(principal, { id: tenantId }, permission, this.table);
  }

  mayOpen({ principal }: Asker, tenantId: string): boolean {
    return mayOpen(principal, { id: tenantId });
  }

  /** Errors: `UNAUTHENTICATED`. Asked before anything is looked up: nobody hears whether it is there. */
  requireSomebody({ principal }: Asker): void {
    if (!principal) throw unauthenticated();
  }

  /** Errors: `UNAUTHENTICATED`; `TENANT_NOT_FOUND`, the same for a company that does not exist. */
  requireOpen(asker: Asker, tenantId: string): void {
    this.requireSomebody(asker);
    if (!this.mayOpen(asker, tenantId)) throw tenantNotFound();
  }

  /** Errors: as above; `FORBIDDEN`. */
  require(asker: Asker, tenantId: string, permission: Permission): void {
    this.requireOpen(asker, tenantId);
    if (!this.can(asker.principal, tenantId, permission)) throw forbidden(permission);
  }

  permissionsOf(principal: Principal, tenantId: string): Permission[] {
    return (Object.keys(this.table) as Permission[]).filter((permission) => this.can(principal, tenantId, permission));
  }
}
