import { execFile, type SpawnOptions } from 'node:child_process';
import type { ServerUser } from './user';

/** How long a program may take to tidy up after it was told to end. */
const tidyWithinMs = 5_000;

/** For PostgreSQL's programs: nothing of this process's environment that would change what they do, such as PGPORT or LC_ALL. */
export function runAs(user: ServerUser | null): Pick<SpawnOptions, 'uid' | 'gid' | 'env' | 'cwd' | 'windowsHide'> {
  const kept = ['PATH', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...user,
    env: Object.fromEntries(kept),
    cwd: process.platform === 'win32' ? process.cwd() : '/',
    windowsHide: true,
  };
}

/** Errors: the program's own last words; the signal's reason, once the program is gone. */
export function run(file: string, args: string[], user: ServerUser | null, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let last: NodeJS.Timeout | undefined;
    // Not execFile's own `signal`, which answers while the program still runs.
    const child = execFile(file, args, { ...runAs(user), encoding: 'utf8' }, (error, stdout, stderr) => {
      clearTimeout(last);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(signal.reason);
      else if (error) reject(new Error(stderr.trim() || error.message));
      else resolve(stdout);
    });
    const end = () => {
      child.kill('SIGTERM');
      last = setTimeout(() => child.kill('SIGKILL'), tidyWithinMs);
    };
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end);
  });
}
