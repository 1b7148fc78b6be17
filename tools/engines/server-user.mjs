import { chownSync, readFileSync } from 'node:fs';

/** Whom a server of a check runs as, since none runs as root: Debian's `postgres`, which its package makes; else this user. */
export function serverUser() {
  if (process.getuid?.() !== 0) return undefined;
  const [, , uid, gid] = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'postgres');
  return { uid: Number(uid), gid: Number(gid) };
}

export function giveTo(path, user) {
  if (user) chownSync(path, user.uid, user.gid);
}
