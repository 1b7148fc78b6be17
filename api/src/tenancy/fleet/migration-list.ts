import type { MigrationInterface } from 'typeorm';
import { CreateTenants1764000000000 } from '../../../../migrations/registry/1764000000000-create-tenants';
import { AddRolesFailuresAndJobs1764100000000 } from '../../../../migrations/registry/1764100000000-add-roles-failures-and-jobs';
import { CreateContactsConversationsMessages1764000000000 } from '../../../../migrations/tenant/1764000000000-create-contacts-conversations-messages';
import { IndexFacets1764200000000 } from '../../../../migrations/tenant/1764200000000-index-facets';

export interface Migration {
  /** The milliseconds in the file's name; versions sort as text. */
  version: string;
  name: string;
  migration: MigrationInterface;
}

export function migrationFrom(Class: new () => MigrationInterface): Migration {
  const [, name = '', version = ''] = /^(.*?)(\d{13})$/.exec(Class.name) ?? [];
  if (version === '')
    throw new Error(`expected a migration class named like AddColumn1764000000000, got ${Class.name}`);
  return { version, name, migration: new Class() };
}

/** Oldest first; a test compares both lists with the files. */
export const registryMigrations: Migration[] = [CreateTenants1764000000000, AddRolesFailuresAndJobs1764100000000].map(
  migrationFrom,
);

export const tenantMigrations: Migration[] = [
  CreateContactsConversationsMessages1764000000000,
  IndexFacets1764200000000,
].map(migrationFrom);

/** The version of a schema in which nothing has been created yet. */
export const noVersion = '0';

export const latestVersion = (migrations: Migration[]): string => migrations.at(-1)?.version ?? noVersion;
