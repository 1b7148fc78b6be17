import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Access } from '../access/access';
import type { Asker, Origin } from '../access/asker';
import { authenticate, type Credentials } from '../access/authenticate';
import type { Post } from '../access/post';
import type { ArchiveList } from '../archive/archive-list';
import type { Uploads } from '../archive/uploads';
import { type EventKinds, sourceOf, TenantEvents } from '../events/tenant-events';
import type { Jobs } from '../jobs/jobs';
import type { Schedule } from '../jobs/schedule';
import type { Live } from '../live/live';
import { TenantMarks } from '../live/tenant-marks';
import { TenantPresence } from '../live/tenant-presence';
import type { FleetDesk } from '../operator/fleet-desk';
import type { TaskStore } from '../task/task-store';
import { Companies } from '../tenancy/companies';
import type { Lifecycle } from '../tenancy/lifecycle/lifecycle';
import type { Tenancy } from '../tenancy/tenancy';
import { isClosed, type Tenant } from '../tenancy/tenant';
import { RequestContext, type TenantScope } from './context';
import { tenantNotFound, tenantSuspended, tenantUpgrading, unauthenticated } from './errors';
import type { Feature } from './feature';
import type { LoaderOptions, Loaders } from './loaders';

/** The parts of the process that requests are answered with; none of them is handed on to a resolver as it is. */
export interface Door {
  features: readonly Feature[];
  access: Access;
  post: Post;
  tenancy: Tenancy;
  live: Live;
  jobs: Jobs;
  schedule: Schedule;
  tasks: TaskStore;
  lifecycle: Lifecycle;
  fleet: FleetDesk;
  archives: ArchiveList;
  /** Null where the deployment has no place for archives. */
  uploads: Uploads | null;
  /** Units: days. Null where the operator has not said for how long copies of the database are kept. */
  backupRetentionDays: number | null;
}

export interface Caller extends Origin {
  credentials: Credentials;
  /** The id or slug that the caller sent, if any. It selects among what the viewer may open, and proves nothing. */
  tenantId: unknown;
  /** Whether nobody has to sign in: for a server that nobody but its operator can reach. */
  isOpenToOperator: boolean;
  /** Off for subscriptions: their context lives as long as the socket. */
  cacheRows: boolean;
}

/** The one way from a caller to a context. A tenant that cannot be opened is an error of the fields that need it, not of the others. */
export async function openContext(door: Door, caller: Caller): Promise<RequestContext> {
  const { access, post, tasks, lifecycle, fleet, archives, uploads, tenancy, backupRetentionDays } = door;
  const { requestId, address, userAgent, setSession, attempt, setAttempt } = caller;
  const principal = await authenticate(access.principals, caller.credentials, caller).catch(asItIs);
  const asker: Asker = { principal, requestId, address, userAgent, setSession, attempt, setAttempt };
  const companies = new Companies(tenancy, asker);
  const scope = principal === null ? nobodysScope(caller) : await openScope(door, companies, caller);
  const ports = { access, post, tasks, lifecycle, fleet, archives, uploads, companies, backupRetentionDays };
  return new RequestContext(asker, ports, scope);
}

/** Whoever has not signed in hears that, whether or not there is such a tenant. */
const nobodysScope = ({ tenantId }: Caller): Error | null => (tenantId ? unauthenticated() : null);

/** Apollo puts words of its own before any other error of a context. */
function asItIs(error: Error): never {
  throw error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });
}

async function openScope(
  door: Door,
  companies: Companies,
  { tenantId, cacheRows }: Caller,
): Promise<TenantScope | Error | null> {
  if (tenantId === undefined || tenantId === null || tenantId === '') return null;
  try {
    const tenant = typeof tenantId === 'string' ? await companies.findKnown(tenantId) : null;
    if (!tenant) return tenantNotFound();
    if (isClosed(tenant)) return tenantSuspended(tenant);
    if (!door.tenancy.migrator.serves(tenant.schemaVersion)) return tenantUpgrading();
    return await scopeOf(door, tenant, cacheRows);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function scopeOf(door: Door, tenant: Tenant, cacheRows: boolean): Promise<TenantScope> {
  const { features, tenancy, live, schedule } = door;
  const manager = await tenancy.managerOf(tenant);
  // Of both, few requests want any: what is answered by one statement asks no loader.
  const loaders = once(() => newLoaders(features, manager, { cache: cacheRows }));
  const events = once(() => new TenantEvents(tenant.id, live, streamSource(features, manager), eventKinds(features)));
  return {
    tenant,
    manager,
    get loaders() {
      return loaders();
    },
    get events() {
      return events();
    },
    readReplica: async (work) => tenancy.replica?.read(tenant, work) ?? null,
    wrote: () => tenancy.replica?.wrote(tenant.id),
    tell: (seq) => live.tell(tenant.id, seq),
    presence: new TenantPresence(tenant.id, live.presence),
    marks: new TenantMarks(tenant.id, live.marks),
    schedule: (kind, dueAt) => schedule.add(kind, tenant.id, dueAt),
  };
}

function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** What all nouns together say of their events. */
export const eventKinds = (features: readonly Feature[]): EventKinds =>
  Object.assign({}, ...features.map(({ events }) => events));

export const streamSource = (features: readonly Feature[], manager: EntityManager) =>
  sourceOf(manager, eventKinds(features), () => newLoaders(features, manager, { cache: true }));

/** The loaders of one request. Reached only through the request's context, so that no cache is ever shared by two tenants. */
function newLoaders(features: readonly Feature[], manager: EntityManager, options: LoaderOptions): Loaders {
  return Object.assign({}, ...features.map(({ loaders }) => loaders?.(manager, options))) as Loaders;
}

/**
 * A turn at the work, which the caller gives back when it is done. Requests that name no tenant take none.
 * Errors: `TOO_MANY_REQUESTS` where the tenant has its share under way, and its queue is long or slow.
 */
export function takeTurn({ tenancy }: Door, { openTenant }: RequestContext): Promise<() => void> {
  if (!openTenant) return Promise.resolve(() => undefined);
  tenancy.activity.note(openTenant.id);
  return tenancy.operations.take(openTenant.schemaName);
}
