import type { EntityManager } from 'typeorm';
import type { Access } from '../access/access';
import type { Actor } from '../access/actor/actor';
import { actorOf } from '../access/actor/actors';
import type { Asker } from '../access/asker';
import { isOperator, type Permission } from '../access/permission';
import type { Post } from '../access/post';
import type { ArchiveList } from '../archive/archive-list';
import type { Uploads } from '../archive/uploads';
import type { TenantEvents } from '../events/tenant-events';
import type { TenantMarks } from '../live/tenant-marks';
import type { TenantPresence } from '../live/tenant-presence';
import type { FleetDesk } from '../operator/fleet-desk';
import type { TaskStore } from '../task/task-store';
import type { Companies } from '../tenancy/companies';
import type { Lifecycle } from '../tenancy/lifecycle/lifecycle';
import type { Tenant } from '../tenancy/tenant';
import { forbidden, tenantReadOnly, tenantRequired, unauthenticated } from './errors';
import type { Loaders } from './loaders';

/** What one request may touch of one tenant. Made once per request; nothing in it outlives the request. */
export interface TenantScope {
  tenant: Tenant;
  /** Runs every statement under the tenant's role; the SQL names its schema (`tablesOf(manager)`). */
  manager: EntityManager;
  loaders: Loaders;
  /** Null where there is no standby that has all of the tenant. */
  readReplica<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result | null>;
  /** After each commit, told or not. */
  wrote(): void;
  /** After the commit: the tenant's log has come to this number. Never waits and never fails the write. */
  tell(seq: number): void;
  events: TenantEvents;
  presence: TenantPresence;
  marks: TenantMarks;
  /** A job of this kind for the tenant, by then. Asked again for the same moment, it costs nothing. */
  schedule(kind: string, dueAt: Date): Promise<void>;
}

/** What a request may ask for outside of a tenant. */
interface Ports {
  /** Asks itself whether the asker may, at each of its methods. */
  access: Access;
  /** The companies that the asker may open. */
  companies: Companies;
  post: Post;
  tasks: TaskStore;
  lifecycle: Lifecycle;
  fleet: FleetDesk;
  archives: ArchiveList;
  uploads: Uploads | null;
  /** Units: days. For how long copies of the database are kept; null where the operator has not said. */
  backupRetentionDays: number | null;
}

/**
 * Who asks, and for which tenant. The first argument of everything that reads data. It carries ports, not machinery: nothing that a resolver
 * gets here leads to the registry's rows of others, to DDL or to a connection.
 * Errors: `TENANT_REQUIRED` from the tenant-scoped getters where the request names no tenant;
 *         `TENANT_NOT_FOUND` where it names one that the viewer may not open.
 */
export class RequestContext {
  constructor(
    readonly asker: Asker,
    private readonly ports: Ports,
    private scope: TenantScope | Error | null,
  ) {}

  get access(): Access {
    return this.ports.access;
  }

  get companies(): Companies {
    return this.ports.companies;
  }

  get post(): Post {
    return this.ports.post;
  }

  /** Long work; of which company, each of its methods is told. */
  get tasks(): TaskStore {
    return this.ports.tasks;
  }

  /** What happens to whole companies; whether the asker may do it to this one, its caller asks. */
  get lifecycle(): Lifecycle {
    return this.ports.lifecycle;
  }

  /** For operators: all companies from outside. Errors: `UNAUTHENTICATED`; `FORBIDDEN`. */
  get fleet(): FleetDesk {
    this.requireOperator();
    return this.ports.fleet;
  }

  /** Companies as files; of which company, each of its methods is told. */
  get archives(): ArchiveList {
    return this.ports.archives;
  }

  /** Files that are being sent here; null where the deployment has no place for them. */
  get uploads(): Uploads | null {
    return this.ports.uploads;
  }

  get backupRetentionDays(): number | null {
    return this.ports.backupRetentionDays;
  }

  /** The tenant that the request named and may use; null where it named none. */
  get openTenant(): Tenant | null {
    return this.scope === null || this.scope instanceof Error ? null : this.scope.tenant;
  }

  /** From here on, whatever needs the tenant fails so: it was asked already, and who asks again waits as long again. */
  giveUp(reason: Error): void {
    this.scope = reason;
  }

  get tenant(): Tenant {
    return this.tenantScope.tenant;
  }

  get manager(): EntityManager {
    return this.tenantScope.manager;
  }

  get loaders(): Loaders {
    return this.tenantScope.loaders;
  }

  get requestId(): string {
    return this.asker.requestId;
  }

  /** Whose own things are asked for: what they have read, and their drafts. Errors: `UNAUTHENTICATED`. */
  get askerId(): string {
    if (!this.asker.principal) throw unauthenticated();
    return this.asker.principal.id;
  }

  /** In the tenant that the request names, or in another one. Errors: `UNAUTHENTICATED`; `TENANT_NOT_FOUND`; `FORBIDDEN`. */
  require(permission: Permission, tenantId?: string): void {
    if (!this.asker.principal) throw unauthenticated();
    this.access.gatekeeper.require(this.asker, tenantId ?? this.tenant.id, permission);
  }

  /** Errors: `UNAUTHENTICATED`; `FORBIDDEN` for who does not steer the deployment. */
  requireOperator(): void {
    if (!this.asker.principal) throw unauthenticated();
    if (!isOperator(this.asker.principal)) throw forbidden('operator');
  }

  /** Whether `require` would let it pass. */
  may(permission: Permission): boolean {
    return this.access.gatekeeper.can(this.asker.principal, this.tenant.id, permission);
  }

  /** Errors: as above; `TENANT_READ_ONLY`, with the reason, where the tenant takes no writes for the time being. */
  requireWrite(permission: Permission): void {
    this.require(permission);
    const { failure } = this.tenant;
    if (failure !== null) throw tenantReadOnly(failure);
  }

  /** A read that a standby may answer; null where the primary has to. */
  readReplica<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result | null> {
    return this.tenantScope.readReplica(work);
  }

  wrote(): void {
    this.tenantScope.wrote();
  }

  tell(seq: number): void {
    this.tenantScope.tell(seq);
  }

  get events(): TenantEvents {
    return this.tenantScope.events;
  }

  get presence(): TenantPresence {
    return this.tenantScope.presence;
  }

  get marks(): TenantMarks {
    return this.tenantScope.marks;
  }

  /** The same caller with rows that others have read already: for what is delivered to many. */
  sharing(loaders: Loaders): RequestContext {
    const scope = this.scope === null || this.scope instanceof Error ? this.scope : { ...this.scope, loaders };
    return new RequestContext(this.asker, this.ports, scope);
  }

  /** Before a write: the id of who writes, as the tenant knows them. */
  introduce(): Promise<string | null> {
    return this.access.actors.introduce(this.manager, this.tenant, this.asker.principal);
  }

  /** Who writes, as what they have just written names them. */
  get actor(): Actor | null {
    return actorOf(this.asker.principal);
  }

  schedule(kind: string, dueAt: Date): Promise<void> {
    return this.tenantScope.schedule(kind, dueAt);
  }

  private get tenantScope(): TenantScope {
    if (!this.asker.principal) throw unauthenticated();
    if (this.scope instanceof Error) throw this.scope;
    if (this.scope === null) throw tenantRequired();
    return this.scope;
  }
}
