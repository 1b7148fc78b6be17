import type { EntityManager } from 'typeorm';
import type { PermissionTable } from '../access/permission';
import type { TenantTables } from '../database/tables';
import type { EventType } from '../events/event';
import type { EventKind } from '../events/tenant-event';
import type { Export } from '../export/export';
import type { FleetJob, TenantJob } from '../jobs/jobs';
import type { Reads } from '../reads/reads';
import type { TaskWork } from '../task/tasks';
import type { MigrationClass } from '../tenancy/fleet/migration-list';
import type { Outside } from '../tenancy/lifecycle/dropping';
import type { Guards } from './guard';
import type { LoaderOptions, Loaders } from './loaders';

/** What a job of a noun is given. */
export type Due = Parameters<TenantJob>[0];

/**
 * What a noun brings along. It stands in the noun's own folder and in one line of `features.ts`; schema, DataSources, grants, loaders,
 * jobs and the walk over everybody's rights take it from there.
 */
export interface Feature {
  /** TypeORM's, of tables in every tenant's schema. */
  entities?: (new () => object)[];
  /** Of every tenant's schema. The files lie in `migrations/tenant`, since they outlive the code. */
  migrations?: MigrationClass[];
  /** In every tenant's schema, by name; its role may read and write their rows. */
  tables?: (keyof TenantTables)[];
  // biome-ignore lint/complexity/noBannedTypes: type-graphql's own type for resolver classes
  resolvers?: Function[];
  loaders?(manager: EntityManager, options: LoaderOptions): Partial<Loaders>;
  /** Each kind with its GraphQL type, and how its row is read. */
  events?: { [Type in EventType]?: EventKind };
  /** Each with the lowest role that has it. */
  permissions?: PermissionTable;
  /** What reading takes, by GraphQL type or field. */
  guards?: Guards;
  /** What its fields are in SQL. */
  reads?: Reads;
  /** What of it can be taken out as a file, by the query that lists it. */
  exports?: Record<string, Export>;
  jobs?: Record<string, TenantJob>;
  /** Of the whole deployment: each is run once, however many processes there are, and again when it says. */
  fleetJobs?: Record<string, FleetJob>;
  /** Long work that somebody asks for, with progress, by kind. */
  tasks?: Record<string, TaskWork>;
  /** What it keeps of a company elsewhere than in its schema and the registry, by what it is: removed when the company is dropped. */
  outside?: Record<string, Outside>;
}
