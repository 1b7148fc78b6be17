import type { RunningDatabase } from '../embedded-postgres/embedded-postgres';

/** What the run's set-up leaves to its end: both are loaded by the same process. */
export const testDatabase: { running?: { folder: string; server: RunningDatabase } } = {};
