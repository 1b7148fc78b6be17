import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { Access } from './access/access';
import type { PermissionTable } from './access/permission';
import { Post, type PostOptions } from './access/post';
import { ArchiveList } from './archive/archive-list';
import { uploadsIn } from './archive/uploads';
import type { DatabaseUrls } from './database/roles';
import { features } from './features';
import { tenantNotFound, tenantSuspended } from './graphql/errors';
import type { Feature } from './graphql/feature';
import { type Door, streamSource } from './graphql/open-context';
import { type Job, JobStore } from './jobs/job-store';
import { inFleet, inTenants, type JobScope, Jobs } from './jobs/jobs';
import { Schedule } from './jobs/schedule';
import { Live } from './live/live';
import type { StreamSource } from './live/tenant-stream';
import { FleetDesk } from './operator/fleet-desk';
import { TaskStore } from './task/task-store';
import { Tasks } from './task/tasks';
import type { ReplicaOptions } from './tenancy/connection/replica';
import type { FleetProgress } from './tenancy/fleet/fleet';
import { inOrder } from './tenancy/fleet/migration-list';
import { Lifecycle } from './tenancy/lifecycle/lifecycle';
import { Tenancy, type TenancyOptions } from './tenancy/tenancy';

export interface App extends Door {
  /** Brings the registry up to date, listens for events, and does what is due. */
  start(): Promise<void>;
  /** Brings the tenants up to date, and makes schemas of some to come, while requests are served. */
  migrateBehind(): void;
  close(): Promise<void>;
}

type AppOptions = Partial<
  Pick<TenancyOptions, 'budget' | 'poolCapacity' | 'readySchemas' | 'ownerTransactions' | 'migrations' | 'archives'>
> & {
  /** A standby to read from. */
  replica?: Omit<ReplicaOptions, 'onTrouble'> | undefined;
  mail?: Pick<PostOptions, 'webOrigin' | 'smtpUrl' | 'from'>;
  /** Where there is no mail server: in development the log shows what would have been sent. */
  onMail?: PostOptions['onUnsent'];
  /** Under which stored secrets are sealed. Without one, none of them outlives the process. */
  secret?: string;
  /** Units: milliseconds. What codes of the second step are compared with. */
  now?: () => number;
  /** Units: days. For how long copies of the database are kept, where the operator has said so. */
  backupRetentionDays?: number | undefined;
  /** Units: days. For how long the deletion of a company can be taken back. */
  deletionGraceDays?: number;
  /** Whether companies' sign-in providers may run on this machine: only where the API is open to nobody else. */
  allowsLoopback?: boolean;
};

const noMail = { webOrigin: 'http://localhost:5173', from: 'atrium@localhost' };

/** The steps of every tenant's schema, oldest first. */
export const tenantMigrations = inOrder(features.flatMap(({ migrations }) => migrations ?? []));

/** What the tenancy has to know of the nouns. */
const nouns = {
  entities: features.flatMap(({ entities }) => entities ?? []),
  tables: features.flatMap(({ tables }) => tables ?? []),
  migrations: tenantMigrations,
  jobKinds: features.flatMap(({ jobs }) => Object.keys(jobs ?? {})),
};

/** Of all nouns. */
const permissionTable: PermissionTable = Object.assign({}, ...features.map(({ permissions }) => permissions));

/** Of all nouns, by kind. */
const merged = <Work>(of: (feature: Feature) => Record<string, Work> | undefined): Record<string, Work> =>
  Object.assign({}, ...features.map(of));

const usualGraceDays = 30;

/** What happens to companies, for requests, sweeps and commands alike. */
export const openLifecycle = (
  tenancy: Tenancy,
  { deletionGraceDays, backupRetentionDays }: Pick<AppOptions, 'deletionGraceDays' | 'backupRetentionDays'> = {},
): Lifecycle =>
  new Lifecycle(tenancy, {
    graceDays: deletionGraceDays ?? usualGraceDays,
    backupRetentionDays: backupRetentionDays ?? null,
    outside: merged(({ outside }) => outside),
  });

const fleetKinds = merged(({ fleetJobs }) => fleetJobs);

type OpenTenancyOptions = Omit<AppOptions, 'replica'> & Pick<TenancyOptions, 'replica'>;

export const openTenancy = (urls: DatabaseUrls, options: OpenTenancyOptions = {}): Tenancy =>
  new Tenancy(urls, { ...nouns, ...options });

/** Units: percent of a wave. A step that is wrong for all must not close all to writes before somebody looks. */
const mostFailures = 50;

/** Another process may fail where this one will not, or be at it already. */
const migrateAgainMs = 60_000;

/** All of the process but its HTTP server: connections, tenants, live events, and what is due. */
export function openApp(urls: DatabaseUrls, logger: Logger, options: AppOptions = {}): App {
  const onTrouble = (sentence: string, error?: unknown) => logger.warn({ err: error }, sentence);
  const tenancy = openTenancy(urls, { ...options, replica: options.replica && { ...options.replica, onTrouble } });
  const live = new Live({
    budget: tenancy.budget,
    listenUrl: urls.listen,
    sourceOf: (tenantId) => lateSource(async () => streamSource(features, await managerOf(tenancy, tenantId))),
    closedTenants: async (tenantIds) => {
      const closed = await tenancy.registry.closedAmong(tenantIds);
      return new Map([...closed].map(([id, tenant]) => [id, tenant ? tenantSuspended(tenant) : tenantNotFound()]));
    },
    onHeard: (tenantId) => tenancy.replica?.wrote(tenantId),
    onTrouble,
  });
  const access = new Access(tenancy.budget, permissionTable, {
    secret: options.secret ?? randomBytes(32).toString('base64url'),
    webOrigin: (options.mail ?? noMail).webOrigin,
    ...(options.now && { now: options.now }),
    allowsLoopback: options.allowsLoopback ?? false,
  });
  const store = new JobStore(tenancy.budget);
  const onFailure = (error: unknown, { kind, attempts }: Job) =>
    logger.warn({ err: error, kind, attempts }, 'a job failed');
  const jobs = new Jobs(store, {
    kinds: inTenants(
      merged(({ jobs }) => jobs),
      (tenantId) => openForJob({ tenancy, live, access }, tenantId),
    ),
    onFailure,
  });
  const lifecycle = openLifecycle(tenancy, options);
  const post = new Post({
    ...(options.mail ?? noMail),
    onUnsent: options.onMail ?? (() => logger.warn('a mail was not sent, since there is no SMTP_URL')),
    onFailure: (error) => logger.error({ err: error }, 'a mail was not sent'),
  });
  // Apart, so that what takes its time for the deployment keeps no tenant's waiting.
  const fleetJobs = new Jobs(store, { kinds: inFleet(fleetKinds, { tenancy, lifecycle, post }), onFailure });
  const taskStore = new TaskStore(tenancy.budget);
  const tasks = new Tasks(taskStore, { kinds: merged(({ tasks }) => tasks), tenancy, logger });
  let migrating: Promise<void> = Promise.resolve();
  let again: NodeJS.Timeout | null = null;
  let isClosed = false;

  const migrate = async () => {
    const onProgress = ({ slug, failure }: FleetProgress) => {
      if (failure) logger.error({ tenant: slug, err: failure }, 'a tenant was not migrated');
      if (isClosed) throw new Error('interrupted');
    };
    const { changed, failures, stopped } = await tenancy.fleet.migrate(onProgress, { maxFailures: mostFailures });
    if (changed > 0 || failures.length > 0)
      logger.info({ migrated: changed, failed: failures.length }, 'tenants are brought up to date');
    // By itself it is not tried again: each time, as many more would be closed to writes.
    if (stopped) return logger.error(`bringing tenants up to date was stopped: ${stopped}`);
    // Somebody was at work in it each time it was tried.
    if (failures.some(({ isMarked }) => !isMarked)) throw new Error('some tenants were busy');
  };
  const migrateBehind = () => {
    migrating = migrate().catch((error: unknown) => {
      if (isClosed) return;
      logger.warn({ err: error }, 'bringing tenants up to date was interrupted; it goes on in a minute');
      again = setTimeout(migrateBehind, migrateAgainMs);
      again.unref();
    });
    // A registration does without, and tries again afterwards.
    void migrating
      .then(() => tenancy.reserve.fill())
      .catch((error: unknown) => {
        logger.warn({ err: error }, 'no schemas were made ahead');
      });
  };

  return {
    features,
    access,
    post,
    lifecycle,
    fleet: new FleetDesk(tenancy),
    backupRetentionDays: options.backupRetentionDays ?? null,
    tenancy,
    live,
    jobs,
    tasks: taskStore,
    archives: new ArchiveList(tenancy.budget),
    uploads: tenancy.archives && uploadsIn(tenancy.archives.folder),
    schedule: new Schedule(store),
    async start() {
      await tenancy.migrator.migrateRegistry();
      for (const fault of await tenancy.engineFaults()) logger.warn(fault);
      tenancy.replica?.start();
      access.principals.start();
      tenancy.activity.start();
      access.housekeeping.start((error) => logger.warn({ err: error }, 'what has expired was not taken away'));
      await live.open();
      jobs.start();
      for (const kind of Object.keys(fleetKinds)) await store.ensure(kind);
      fleetJobs.start();
      tasks.start();
    },
    migrateBehind,
    async close() {
      isClosed = true;
      if (again) clearTimeout(again);
      await migrating;
      access.principals.close();
      access.housekeeping.close();
      await Promise.all([jobs.close(), fleetJobs.close(), tasks.close()]);
      await live.close();
      await tenancy.close();
    },
  };
}

async function openForJob(
  { tenancy, live, access }: Pick<App, 'tenancy' | 'live' | 'access'>,
  tenantId: string,
): Promise<JobScope | 'gone' | 'closed'> {
  const tenant = await tenancy.findTenant(tenantId);
  // What is suspended may come back, and its jobs are still to be done then.
  if (!tenant) return (await tenancy.registry.hasTenant(tenantId)) ? 'closed' : 'gone';
  if (tenant.failure !== null || !tenancy.migrator.serves(tenant.schemaVersion)) return 'closed';
  return {
    manager: await tenancy.managerOf(tenant),
    schemaVersion: tenant.schemaVersion,
    tell: (seq) => {
      if (seq !== null) live.tell(tenantId, seq);
    },
    standingOf: (actorIds, permission) => access.standings.among(tenantId, actorIds, permission),
  };
}

async function managerOf(tenancy: Tenancy, tenantId: string): Promise<EntityManager> {
  const tenant = await tenancy.findTenant(tenantId);
  if (!tenant) throw tenantNotFound();
  return tenancy.managerOf(tenant);
}

/** A stream outlives any one DataSource: each time, the tenant's present one is asked for. */
function lateSource(open: () => Promise<StreamSource>): StreamSource {
  return {
    bounds: async () => (await open()).bounds(),
    read: async (after, atMost) => (await open()).read(after, atMost),
    load: async (events) => (await open()).load(events),
  };
}
