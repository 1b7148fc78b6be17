import { execFile, type SpawnOptions } from 'node:child_process';
import type { ServerUser } from './user';

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

/** Errors: the program's own last words. */
export function run(file: string, args: string[], user: ServerUser | null): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { ...runAs(user), encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || error.message));
      else resolve(stdout);
    });
  });
}
