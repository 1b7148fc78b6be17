import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../api/src/embedded-postgres/embedded-postgres';
import { say } from './target';

/** A server of its own that is gone afterwards, and so the same at each start; without durability. */
export async function withThrowAwayDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'atrium-bench-'));
  // As root, the server runs as another user.
  chmodSync(dataDir, 0o755);
  try {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log: say });
    try {
      await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
