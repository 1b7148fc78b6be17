import type { QueryRunner } from 'typeorm';
import { citusNodes, shardedSchemas, usesCitus } from '../../database/citus';
import type { Tenancy } from '../tenancy';

/** On which worker a tenant lies. */
export interface Placement {
  slug: string;
  schemaName: string;
  /** `host:port`; null for one that lies on the coordinator, since it is not distributed. */
  node: string | null;
  sizeBytes: number;
}

/** Where all tenants lie, in one statement; the largest first. Errors: a server without Citus. */
export async function readPlacements(runner: QueryRunner): Promise<Placement[]> {
  await requireCitus(runner);
  return runner.query(
    `select t.slug, t.schema_name as "schemaName", s.node, coalesce(s.bytes, 0)::float8 as "sizeBytes"
     from public.tenants t left join (${shardedSchemas}) s on s.schema = t.schema_name order by 4 desc, t.slug`,
  );
}

export interface Moved {
  from: string | null;
  to: string;
  seconds: number;
}

/**
 * A tenant's schema, whole, to another worker while it is used: rows are copied by logical replication, and writes wait for the last of them.
 * One that is not distributed yet is, first, wherever Citus puts it. Moved where it already lies, nothing is done.
 * Errors: a server without Citus; a tenant or a worker that is not there, with those that are.
 */
export async function moveTenant(tenancy: Tenancy, slug: string, to: string): Promise<Moved> {
  const since = performance.now();
  const place = await tenancy.migrator.inTransaction((runner) => placementOf(runner, slug));
  const target = await requireWorker(tenancy, to);
  if (place.node === null)
    await tenancy.migrator.inTransaction((runner) =>
      runner.query('select citus_schema_distribute($1::regnamespace)', [place.schemaName]),
    );
  const { node } = await tenancy.migrator.inTransaction((runner) => placementOf(runner, slug));
  if (node !== target)
    await tenancy.migrator.inTransaction((runner) =>
      runner.query('select citus_schema_move($1::regnamespace, $2::text, $3::int)', [
        place.schemaName,
        ...hostAndPort(target),
      ]),
    );
  return { from: place.node, to: target, seconds: (performance.now() - since) / 1_000 };
}

async function placementOf(runner: QueryRunner, slug: string): Promise<Placement> {
  const placements = await readPlacements(runner);
  const found = placements.find((placement) => placement.slug === slug.toLowerCase());
  if (!found) throw new Error(`There is no company ${slug}.`);
  return found;
}

async function requireCitus(runner: QueryRunner): Promise<void> {
  if (await usesCitus(runner)) return;
  throw new Error('This database is one server, without Citus: all companies lie on it.');
}

/** `worker-1`, where one worker has that name, or `worker-1:5432`. */
async function requireWorker(tenancy: Tenancy, named: string): Promise<string> {
  const nodes = (await citusNodes(tenancy.budget)).map(({ node }) => node);
  const found = nodes.filter((node) => node === named || hostAndPort(node)[0] === named);
  if (found.length === 1 && found[0]) return found[0];
  throw new Error(`Expected one of the workers ${nodes.join(', ')}; got ${named}.`);
}

function hostAndPort(node: string): [host: string, port: number] {
  const at = node.lastIndexOf(':');
  return [node.slice(0, at), Number(node.slice(at + 1))];
}
