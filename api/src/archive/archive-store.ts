import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '../graphql/text';
import { TaskFailure } from '../task/tasks';
import type { Tenancy } from '../tenancy/tenancy';
import { putFile, readFrom } from './archive-file';
import type { Sink } from './archive-writer';
import type { Source } from './import-archive';
import { hasRoom, noRoom } from './room';

const clones = 'clones';

/** Of what is there only until a sandbox is made of it. */
export const placeOfClone = (id: string): string => `${clones}/${id}.atrium.zst`;

/** Where archives are kept, each whole or not at all, by names that the program has given them. */
export class ArchiveStore {
  constructor(private readonly folder: string) {}

  /** What `write` gives is kept under that name once it has ended well. Errors: `TaskFailure` where the disk is nearly full; those of `write`. */
  async put<Result>(name: string, write: (sink: Sink) => Promise<Result>): Promise<Result> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if (!(await hasRoom(this.folder))) throw new TaskFailure(noRoom);
    return putFile(join(this.folder, name), write);
  }

  /** Errors: while it is read, where there is none. */
  read(name: string): Source {
    return readFrom(join(this.folder, name));
  }

  /** All of one company. Answers how many there were. */
  async removeAll(tenantId: string): Promise<number> {
    const folder = join(this.folder, tenantId);
    const names = await readdir(folder).catch(() => []);
    await rm(folder, { recursive: true, force: true });
    return names.length;
  }

  /**
   * What a killed process has left: half written, or whole and in no list. Such that nobody has written to since then. `listed` answers
   * which of the names given are in one. Answers how many there were.
   */
  async removeStrays(before: Date, listed: (names: string[]) => Promise<ReadonlySet<string>>): Promise<number> {
    let count = 0;
    for (const folder of await readdir(this.folder).catch(() => [])) {
      if (folder !== clones && !isUuid(folder)) continue;
      const old = await this.unchangedSince(folder, before);
      const known = await listed(old);
      for (const name of old) {
        if (known.has(name)) continue;
        await this.remove(name);
        count += 1;
      }
    }
    return count;
  }

  private async unchangedSince(folder: string, moment: Date): Promise<string[]> {
    const names: string[] = [];
    for (const file of await readdir(join(this.folder, folder))) {
      const name = join(folder, file);
      // It may have gone meanwhile.
      const found = await stat(join(this.folder, name)).catch(() => null);
      if (found && found.mtimeMs < moment.getTime()) names.push(name);
    }
    return names;
  }

  /** Also where there is none. */
  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }
}

/** Errors: `TaskFailure` where the operator has given no folder. */
export function storeOf({ archives }: Tenancy): ArchiveStore {
  if (!archives)
    throw new TaskFailure('This deployment has no place for archives; its operator can give it one (ARCHIVE_DIR).');
  return new ArchiveStore(archives.folder);
}
