import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { tenantMigrations } from './app';
import { features } from './features';
import { repositoryRoot } from './repository-root';
import { registryMigrations } from './tenancy/fleet/migration-list';
import { newTenant } from './testing/new-tenant';
import { behindTheApi } from './testing/test-api';

const tables = features.flatMap((feature) => feature.tables ?? []);
const entities = features.flatMap((feature) => feature.entities ?? []);

test('the tables of a tenant are those that the nouns name, and its role may use all of them', async () => {
  const { schemaName } = await newTenant();

  const found = await behindTheApi<{ name: string; mayUse: boolean }>(
    `select table_name::text as name, has_table_privilege($1, format('%I.%I', table_schema, table_name), 'select, insert, update, delete') as "mayUse"
     from information_schema.tables where table_schema = $1`,
    [schemaName],
  );

  expect(found.map(({ name }) => name).sort()).toEqual([...tables].sort());
  expect(found.every(({ mayUse }) => mayUse)).toBe(true);
});

test.each(entities.map((entity) => [entity.name, entity] as const))(
  'the columns of %s are those of its table, with their types',
  async (_name, entity) => {
    const { schemaName } = await newTenant();
    const storage = getMetadataArgsStorage();
    const [table] = storage.filterTables(entity);

    const columns = await behindTheApi<{ name: string; type: string; isNullable: boolean }>(
      `select column_name::text as name, udt_name::text as type, is_nullable = 'YES' as "isNullable"
       from information_schema.columns where table_schema = $1 and table_name = $2`,
      [schemaName, table?.name],
    );

    const byName = new Map(columns.map((column) => [column.name, column]));
    const types: Record<string, string> = { int: 'int4' };
    for (const { propertyName, options } of storage.filterColumns(entity)) {
      expect(byName.get(options.name ?? propertyName)).toEqual({
        name: options.name ?? propertyName,
        type: `${options.array ? '_' : ''}${types[String(options.type)] ?? options.type}`,
        isNullable: options.nullable ?? false,
      });
    }
    expect(storage.filterColumns(entity).length).toBeGreaterThan(0);
  },
);

test('no two nouns bring a table, loader, event, permission or job of the same name', () => {
  for (const names of [
    tables,
    features.flatMap((feature) => Object.keys(feature.events ?? {})),
    features.flatMap((feature) => Object.keys(feature.permissions ?? {})),
    features.flatMap((feature) => Object.keys(feature.jobs ?? {})),
  ]) {
    expect(new Set(names).size).toBe(names.length);
  }
});

test.each([
  ['registry', registryMigrations],
  ['tenant', tenantMigrations],
] as const)('every file in migrations/%s is run, oldest first', (folder, migrations) => {
  const files = readdirSync(join(repositoryRoot(), 'migrations', folder)).filter((file) => file.endsWith('.ts'));

  expect(migrations.map(({ version }) => version)).toEqual(files.sort().map((file) => file.slice(0, 13)));
});
