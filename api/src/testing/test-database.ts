import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningDatabase } from '../embedded-postgres/embedded-postgres';

/** What the run's set-up leaves to its end: both are loaded by the same process. */
export const testDatabase: { running?: { folder: string; server: RunningDatabase } } = {};

/** Of all processes on the run's database, since any of them may take any of its tasks. */
export const archiveFolder = (): string => {
  const name = createHash('sha256')
    .update(process.env['TEST_DATABASE_URL'] ?? '')
    .digest('hex')
    .slice(0, 16);
  return join(tmpdir(), `atrium-archives-${name}`);
};
