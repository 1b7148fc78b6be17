import { readFileSync, realpathSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

/** Whom the server runs as, where that is not the user of this process. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root; root therefore starts it as the owner of the cluster, where one exists, else as
 * `postgres`, else as `nobody`.
 * Shape:  null where the server runs as this process does.
 * Errors: one sentence where the system offers nobody whom PostgreSQL accepts.
 */
export function chooseServerUser(cluster: string): ServerUser | null {
  if (process.getuid === undefined) return null;
  const uid = process.getuid();
  const owner = ownerOf(cluster);
  if (uid === 0) {
    if (owner && owner.uid !== 0) return owner;
    const user = findUser('postgres') ?? findUser('nobody');
    if (user) return user;
    throw new Error(
      'The embedded PostgreSQL must not run as root and found neither a user "postgres" nor "nobody": add one, or set DATABASE_URL.',
    );
  }
  if (!hasName()) {
    throw new Error(
      `The embedded PostgreSQL needs an entry in /etc/passwd for user id ${uid}: add one, or set DATABASE_URL.`,
    );
  }
  if (owner && owner.uid !== uid) {
    throw new Error(
      `The database in ${cluster} belongs to user id ${owner.uid}, and this is user id ${uid}: start as that user, or set DATA_DIR to another folder.`,
    );
  }
  return null;
}

/** Whether that user may pass through every folder above, and the path itself. */
export function isReachable(path: string, user: ServerUser | null): boolean {
  if (!user) return true;
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const mayEnter = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
    if (!mayEnter) return false;
    if (at === dirname(at)) return true;
  }
}

function ownerOf(path: string): ServerUser | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? { uid: stat.uid, gid: stat.gid } : null;
}

function findUser(name: string): ServerUser | null {
  const [, , uid, gid] = passwd().find(([user]) => user === name) ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

function passwd(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
  } catch {
    return [];
  }
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
