import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Whether this process may install Debian's packages. Not its descendants': Ubuntu's package named chromium holds none. */
export function mayInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Servers among the packages are not started: in runlevel 1, Debian's own scripts leave them alone. */
export async function aptInstall(packages, signal) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await run(['apt-get', 'update', '-q'], { name: 'apt-get update', env, quiet: true, signal });
  await run(['apt-get', 'install', '-q', '-y', '--no-install-recommends', ...packages], {
    name: `Installing ${packages.join(', ')}`,
    env,
    quiet: true,
    signal,
  });
}
