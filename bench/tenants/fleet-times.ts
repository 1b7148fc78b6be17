import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTenancy, tenantMigrations } from '../../api/src/app';
import { urlsGiven } from '../../api/src/database/open-database';
import { migrationFrom } from '../../api/src/tenancy/fleet/migration-list';
import type { AtEnd } from './figures';

class AddNickname1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts add column nickname text');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts drop column nickname');
  }
}

const jobs = 4;

type Times = Pick<
  AtEnd,
  'migrateUpToDate' | 'migrateColumnEach' | 'migrateMemoryMb' | 'rollbackEach' | 'verify' | 'drifted'
>;

/** As `npm run tenants` does it, with a step that the program does not have; it is undone again. */
export async function timeFleet(databaseUrl: string, tenants: number): Promise<Times> {
  const urls = await urlsGiven({ DATABASE_URL: databaseUrl, ATRIUM_ALLOW_SUPERUSER: false });
  const now = openTenancy(urls, { ownerTransactions: jobs });
  const next = openTenancy(urls, {
    ownerTransactions: jobs,
    migrations: [...tenantMigrations, migrationFrom(AddNickname1900000000001)],
  });
  try {
    // What an earlier run was cut off in.
    await next.fleet.migrate(() => undefined, { jobs });
    await next.fleet.rollBack(() => undefined, { jobs });
    const upToDate = await timed(() => now.fleet.migrate(() => undefined, { jobs }));
    const before = process.memoryUsage().rss;
    const column = await timed(() => next.fleet.migrate(() => undefined, { jobs, canaries: 1, maxFailures: 10 }));
    const grownBy = (process.memoryUsage().rss - before) / 1_048_576;
    const back = await timed(() => next.fleet.rollBack(() => undefined, { jobs }));
    if (column.result.changed < tenants) throw new Error(`expected ${tenants} to change, got ${column.result.changed}`);
    // What is made once for each version of the schema is made before.
    await now.drift.verify({ only: [] });
    const verified = await timed(() => now.drift.verify());
    return {
      migrateUpToDate: upToDate.ms,
      migrateColumnEach: column.ms / column.result.changed,
      migrateMemoryMb: grownBy,
      rollbackEach: back.ms / back.result.changed,
      verify: verified.ms,
      drifted: verified.result.drifted.length,
    };
  } finally {
    await Promise.all([now.close(), next.close()]);
  }
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const since = performance.now();
  const result = await work();
  return { result, ms: performance.now() - since };
}
