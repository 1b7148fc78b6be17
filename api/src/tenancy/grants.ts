import type { QueryRunner } from 'typeorm';
import { tenantTables } from '../database/tables';

/**
 * What a tenant's role may do in its own schema: rows, never tables.
 * Table by table: GRANT … ON ALL TABLES IN SCHEMA reads the whole of pg_class, which grows with every tenant.
 */
export async function grantTables(runner: QueryRunner, schemaName: string): Promise<void> {
  const tables = tenantTables.map((table) => `"${schemaName}"."${table}"`).join(', ');
  await runner.query(`grant usage on schema "${schemaName}" to "${schemaName}"`);
  await runner.query(`grant select, insert, update, delete on ${tables} to "${schemaName}"`);
}
