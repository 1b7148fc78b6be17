import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres';
import { testDatabase } from './test-database';

/** One server for the whole run, without durability, in a folder that goes with it; or the one in TEST_DATABASE_URL. */
export default async function startDatabase(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'atrium-test-'));
  // Where another project's set-up fails, nobody calls the tear-down; the server may still be ending then.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  // As root, the server runs as another user.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    durable: false,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  testDatabase.running = { folder, server };
  process.env['TEST_DATABASE_URL'] = server.url;
}
