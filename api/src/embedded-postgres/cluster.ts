import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, programPath } from './binaries';
import type { Place } from './place';
import { run } from './run-as';

export const superuser = 'atrium';

/** The first version whose own C.UTF-8 knows upper and lower case beyond ASCII, whatever the system's libc knows. */
const firstMajorWithBuiltinLocale = 17;

/** For what the builtin provider leaves to libc, such as the words of a text search. */
const systemLocales: Partial<Record<NodeJS.Platform, string>> = { darwin: 'en_US.UTF-8', win32: 'C' };

/**
 * The password of the cluster in its place, which is made first where there is none.
 * Errors: one sentence where the cluster is another version's, or its password is lost; the signal's reason, with no cluster made.
 */
export async function prepareCluster(
  place: Place,
  binaries: Binaries,
  durable: boolean,
  signal: AbortSignal,
): Promise<string> {
  if (existsSync(place.cluster)) {
    requireSameMajor(place, binaries);
    return readPassword(place);
  }
  const password = existsSync(place.passwordFile) ? readPassword(place) : writePassword(place);

  // Under another name until it is whole: a half-made cluster must not be taken for one.
  const draft = `${place.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (place.user) chownSync(draft, place.user.uid, place.user.gid);
  try {
    await run(programPath(binaries, 'initdb'), initdbArguments(draft, place, binaries, durable), place.user, signal);
    renameSync(draft, place.cluster);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return password;
}

export function readPassword({ passwordFile, cluster }: Place): string {
  if (existsSync(passwordFile)) return readFileSync(passwordFile, 'utf8').trim();
  throw new Error(
    `The password of the database in ${cluster} is missing: bring ${passwordFile} back, or set DATA_DIR to another folder.`,
  );
}

function writePassword({ passwordFile, user }: Place): string {
  const password = randomBytes(24).toString('hex');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  return password;
}

function initdbArguments(cluster: string, place: Place, { major }: Binaries, durable: boolean): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${superuser}`,
    `--pwfile=${place.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${systemLocales[process.platform] ?? 'C.UTF-8'}`,
    ...(major >= firstMajorWithBuiltinLocale ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
    ...(major >= 14 ? ['--no-instructions'] : []),
    ...(durable ? [] : ['--no-sync']),
  ];
}

function requireSameMajor({ cluster }: Place, { major, folder }: Binaries): void {
  const made = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'));
  if (made === major) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}, and ${folder} is PostgreSQL ${major}: bring that version back, or move the data by dump and restore.`,
  );
}
