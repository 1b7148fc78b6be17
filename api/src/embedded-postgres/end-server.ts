import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, programPath } from './binaries';
import { isAlive, type ProcessIdentity } from './process-identity';

const quitWithinMs = 10_000;
const lookEveryMs = 20;

/**
 * In order: connections are closed, what is committed is on disk. Past `patienceMs` without that: what is committed is in the log,
 * from which the next start recovers it.
 * Errors: where it does not end at all.
 */
export async function endServer(server: ProcessIdentity, binaries: Binaries, patienceMs: number): Promise<void> {
  signalServer(server, binaries, 'INT');
  if (await endsWithin(server, patienceMs)) return;
  signalServer(server, binaries, 'QUIT');
  if (await endsWithin(server, quitWithinMs)) return;
  throw new Error(`The embedded PostgreSQL (process ${server.pid}) does not stop.`);
}

export function signalServer(server: ProcessIdentity, binaries: Binaries, name: 'INT' | 'QUIT'): void {
  if (!isAlive(server)) return;
  // Windows has no signals; PostgreSQL brings its own.
  if (process.platform === 'win32') execFileSync(programPath(binaries, 'pg_ctl'), ['kill', name, String(server.pid)]);
  else process.kill(server.pid, `SIG${name}`);
}

async function endsWithin(server: ProcessIdentity, ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(lookEveryMs)) if (!isAlive(server)) return true;
  return !isAlive(server);
}
