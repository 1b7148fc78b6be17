import type { MigrationInterface } from 'typeorm';
import { CreateTenants1764000000000 } from '../../../../migrations/registry/1764000000000-create-tenants';
import { AddRolesFailuresAndJobs1764100000000 } from '../../../../migrations/registry/1764100000000-add-roles-failures-and-jobs';
import { CreateAccess1764400000000 } from '../../../../migrations/registry/1764400000000-create-access';
import { KeepResetsOfNobody1764550000000 } from '../../../../migrations/registry/1764550000000-keep-resets-of-nobody';
import { AddSecondStep1764600000000 } from '../../../../migrations/registry/1764600000000-add-second-step';
import { IndexAuditLogActors1764650000000 } from '../../../../migrations/registry/1764650000000-index-audit-log-actors';
import { AddSingleSignOn1764700000000 } from '../../../../migrations/registry/1764700000000-add-single-sign-on';
import { AddSignInLinks1764800000000 } from '../../../../migrations/registry/1764800000000-add-sign-in-links';
import { SteerTheFleet1765100000000 } from '../../../../migrations/registry/1765100000000-steer-the-fleet';
import { CloseRegistryFunctions1765200000000 } from '../../../../migrations/registry/1765200000000-close-registry-functions';
import { KeepArchives1765300000000 } from '../../../../migrations/registry/1765300000000-keep-archives';
import { EndCompanies1765400000000 } from '../../../../migrations/registry/1765400000000-end-companies';
import { MakeSchemasAhead1765500000000 } from '../../../../migrations/registry/1765500000000-make-schemas-ahead';

export interface Migration {
  /** The milliseconds in the file's name; versions sort as text. */
  version: string;
  name: string;
  migration: MigrationInterface;
}

export type MigrationClass = new () => MigrationInterface;

export function migrationFrom(Class: MigrationClass): Migration {
  const [, name = '', version = ''] = /^(.*?)(\d{13})$/.exec(Class.name) ?? [];
  if (version === '')
    throw new Error(`expected a migration class named like AddColumn1764000000000, got ${Class.name}`);
  return { version, name, migration: new Class() };
}

/** Oldest first; a test compares them, and the nouns', with the files. */
export const registryMigrations: Migration[] = [
  CreateTenants1764000000000,
  AddRolesFailuresAndJobs1764100000000,
  CreateAccess1764400000000,
  KeepResetsOfNobody1764550000000,
  AddSecondStep1764600000000,
  IndexAuditLogActors1764650000000,
  AddSingleSignOn1764700000000,
  AddSignInLinks1764800000000,
  SteerTheFleet1765100000000,
  CloseRegistryFunctions1765200000000,
  KeepArchives1765300000000,
  EndCompanies1765400000000,
  MakeSchemasAhead1765500000000,
].map(migrationFrom);

/** The nouns' own, oldest first, whichever noun comes first. */
export const inOrder = (classes: MigrationClass[]): Migration[] =>
  classes.map(migrationFrom).sort((a, b) => (a.version < b.version ? -1 : 1));

/** The version of a schema in which nothing has been created yet. */
export const noVersion = '0';

export const latestVersion = (migrations: Migration[]): string => migrations.at(-1)?.version ?? noVersion;
