import type { QueryRunner } from 'typeorm';
import type { ConnectionBudget } from './connection-budget';

export interface CitusNode {
  /** `host:port`. */
  node: string;
  isUp: boolean;
}

interface Settings {
  sharding: string | null;
  cachedConnections: string | null;
  cachedLifetime: string | null;
}

const isCitus = `to_regprocedure('citus_version()') is not null`;

/** Past this, each backend's cached connections to a worker, one for each tenant's role, use up the worker's: it then answers nobody. */
const longestCachedMs = 10_000;

/**
 * What keeps a Citus coordinator from serving tenants for long, a sentence each, with the statement that mends it. Empty on any other server.
 * `role` is any tenant's, to see whether it gets through to the workers.
 */
export async function citusFaults(budget: ConnectionBudget, role: string | undefined): Promise<string[]> {
  const [found] = await budget.query<Settings & { isCitus: boolean }>(
    `select ${isCitus} as "isCitus",
       current_setting('citus.enable_schema_based_sharding', true) as sharding,
       current_setting('citus.max_cached_conns_per_worker', true) as "cachedConnections",
       current_setting('citus.max_cached_connection_lifetime', true) as "cachedLifetime"`,
  );
  if (!found?.isCitus) return [];
  const faults: string[] = [];
  if (found.sharding !== 'on') {
    faults.push(
      'Citus keeps all companies on the coordinator: run  alter database … set citus.enable_schema_based_sharding = on;  and, for the companies that exist, citus_schema_distribute.',
    );
  }
  if (found.cachedConnections !== '0' && !isShort(found.cachedLifetime)) {
    faults.push(
      "Citus keeps a connection to a worker for each company and backend until the worker has none left: run  alter system set citus.max_cached_connection_lifetime = '2s';  select pg_reload_conf();",
    );
  }
  if (role !== undefined && found.sharding === 'on') {
    for (const { node, isUp } of await citusNodes(budget, role)) {
      if (!isUp)
        faults.push(
          `The role of a company cannot use the worker ${node}: it has to be up, and its pg_hba.conf has to let roles in from the coordinator without a password.`,
        );
    }
  }
  return faults;
}

/** The workers, and whether each answers; empty on any other server. As the given role, or the process itself. */
export async function citusNodes(budget: ConnectionBudget, role?: string): Promise<CitusNode[]> {
  const [found] = await budget.query<{ isCitus: boolean }>(`select ${isCitus} as "isCitus"`);
  if (!found?.isCitus) return [];
  const { rows } = await budget.run(
    `select nodename || ':' || nodeport as node, success as "isUp" from run_command_on_workers('select 1')`,
    [],
    role,
  );
  return rows as CitusNode[];
}

/** As PostgreSQL prints a duration: `2s`, `500ms`, `10min`. */
function isShort(duration: string | null): boolean {
  const [, amount, unit] = /^(\d+)(ms|s)$/.exec(duration ?? '') ?? [];
  return amount !== undefined && Number(amount) * (unit === 's' ? 1_000 : 1) <= longestCachedMs;
}

/** Of each distributed schema, as the workers have it. */
export const shardedSchemas = `
  select n.nspname as schema, min(s.nodename || ':' || s.nodeport) as node, sum(s.shard_size) as bytes
  from citus_shards s join pg_class c on c.oid = s.table_name join pg_namespace n on n.oid = c.relnamespace
  where s.citus_table_type = 'schema' group by 1`;

export async function usesCitus(runner: QueryRunner): Promise<boolean> {
  const [row]: { isCitus: boolean }[] = await runner.query(`select ${isCitus} as "isCitus"`);
  return row?.isCitus ?? false;
}
