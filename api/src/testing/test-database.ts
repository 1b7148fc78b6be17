import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningDatabase } from '../embedded-postgres/embedded-postgres';

/** What the run's set-up leaves to its end: both are loaded by the same process. */
export const testDatabase: { running?: { folder: string; server: RunningDatabase } } = {};

/** Of all processes on the run's server, since any of them may take any of its tasks. */
export const archiveFolder = (): string => {
  const name = createHash('sha256')
    .update(new URL(process.env['TEST_DATABASE_URL'] ?? 'postgres://none').host)
    .digest('hex')
    .slice(0, 16);
  return join(tmpdir(), `atrium-archives-${name}`);
};
