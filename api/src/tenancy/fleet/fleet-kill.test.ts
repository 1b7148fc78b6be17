import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTenancy, tenantMigrations } from '../../app';
import type { DatabaseUrls } from '../../database/roles';
import { newDatabase } from '../../testing/test-api';
import { migrationFrom } from './migration-list';

class AddNickname1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts add column nickname text');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts drop column nickname');
  }
}

const tenants = 16;

/** The same step with a pause in it, in a process that can be killed. It says how far it is. */
function startRun(urls: DatabaseUrls): ChildProcess {
  const code = `
    const { openTenancy, tenantMigrations } = require('./app');
    const { migrationFrom } = require('./tenancy/fleet/migration-list');
    class AddNickname1900000000001 {
      async up(runner) { await runner.query('alter table contacts add column nickname text'); await runner.query('select pg_sleep(0.1)'); }
      async down() {}
    }
    const tenancy = openTenancy(${JSON.stringify(urls)}, { migrations: [...tenantMigrations, migrationFrom(AddNickname1900000000001)] });
    tenancy.fleet.migrate(({ done }) => console.log(done), { jobs: 2 });`;
  return spawn(process.execPath, ['-r', '@swc-node/register', '-e', code], {
    cwd: join(__dirname, '../..'),
    env: { ...process.env, SWC_NODE_PROJECT: join(__dirname, '../../../tsconfig.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('a run that is killed half-way is gone on with, each tenant whole or untouched', async () => {
  const urls = await newDatabase();
  const program = openTenancy(urls, { migrations: [...tenantMigrations, migrationFrom(AddNickname1900000000001)] });
  const before = openTenancy(urls);
  try {
    await before.migrator.migrateRegistry();
    for (let n = 0; n < tenants; n += 1) await before.createTenant({ name: `Tenant ${n}`, idempotencyKey: null });

    const killed = startRun(urls);
    for await (const text of killed.stdout ?? []) if (Number(String(text).trim().split('\n').at(-1)) >= 4) break;
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const left = await program.fleet.behind();
    const { changed, failures } = await program.fleet.migrate(() => undefined, { jobs: 2 });

    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThanOrEqual(tenants - 4);
    expect({ changed, failures }).toEqual({ changed: left.length, failures: [] });
    expect(await program.drift.verify()).toEqual({ checked: tenants, unknown: [], drifted: [] });
  } finally {
    await Promise.all([program.close(), before.close()]);
  }
}, 60_000);
