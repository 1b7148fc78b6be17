import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTenancy, tenantMigrations } from '../../api/src/app';
import { urlsGiven } from '../../api/src/database/open-database';
import { migrationFrom } from '../../api/src/tenancy/fleet/migration-list';
import type { Tenancy } from '../../api/src/tenancy/tenancy';

class AddNickname1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts add column nickname text');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts drop column nickname');
  }
}

export const jobs = 4;

/** The program as it is, and as it is with one more step, which adds a column. */
export async function withPrograms<Result>(
  databaseUrl: string,
  work: (now: Tenancy, next: Tenancy) => Promise<Result>,
): Promise<Result> {
  const urls = await urlsGiven({ DATABASE_URL: databaseUrl, ATRIUM_ALLOW_SUPERUSER: false });
  const now = openTenancy(urls, { ownerTransactions: jobs });
  const next = openTenancy(urls, {
    ownerTransactions: jobs,
    migrations: [...tenantMigrations, migrationFrom(AddNickname1900000000001)],
  });
  try {
    return await work(now, next);
  } finally {
    await Promise.all([now.close(), next.close()]);
  }
}

/** What an earlier run was cut off in is brought back to where it was. */
export async function undoColumn(databaseUrl: string): Promise<void> {
  await withPrograms(databaseUrl, async (now, next) => {
    const ahead = (await next.registry.listSchemas({ above: now.migrator.latest })).map(({ id }) => id);
    if (ahead.length > 0) await next.fleet.rollBack(() => undefined, { jobs, only: ahead });
  });
}
