import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { chooseServerUser, isReachable, type ServerUser } from './user';

/** Where folders go that the server's user could not reach elsewhere. Only root ever needs it, and root may write there. */
export const reachableFolder = '/var/lib/atrium';

/** The files of one embedded PostgreSQL. */
export interface Place {
  cluster: string;
  passwordFile: string;
  logFile: string;
  ownerFile: string;
  user: ServerUser | null;
}

/** In `dataDir` itself, unless the server runs as another user who cannot get there, such as below root's own 0700 home. */
export function choosePlace(dataDir: string, log: (line: string) => void): Place {
  mkdirSync(dataDir, { recursive: true });
  const here = placeIn(dataDir);
  if (isReachable(dataDir, here.user)) return here;

  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  const elsewhere = join(reachableFolder, name);
  withReachableFiles(() => mkdirSync(elsewhere, { recursive: true }));
  log(
    `The database is in ${elsewhere}, since PostgreSQL does not run as root and other users cannot reach ${dataDir}.`,
  );
  return placeIn(elsewhere);
}

/** For what other users are meant to reach, even where root's own umask keeps everything to root. */
export function withReachableFiles<Result>(write: () => Result): Result {
  const before = process.umask(0o022);
  try {
    return write();
  } finally {
    process.umask(before);
  }
}

function placeIn(folder: string): Place {
  const cluster = join(folder, 'postgres');
  return {
    cluster,
    passwordFile: join(folder, 'postgres.password'),
    logFile: join(folder, 'postgres.log'),
    ownerFile: join(folder, 'postgres.owner'),
    user: chooseServerUser(cluster),
  };
}
