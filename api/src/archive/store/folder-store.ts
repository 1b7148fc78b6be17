import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '../../graphql/text';
import { TaskFailure } from '../../task/tasks';
import { putFile, readFrom } from '../archive-file';
import type { Sink } from '../archive-writer';
import type { Source } from '../import-archive';
import { type ArchiveStore, clones, type Listed } from './archive-store';
import { hasRoom, noRoom } from './room';

/** A folder, on a disk that all machines of the deployment share. */
export class FolderStore implements ArchiveStore {
  constructor(private readonly folder: string) {}

  /** Errors: `TaskFailure` where the disk is nearly full; those of `write`. */
  async put<Result>(name: string, write: (sink: Sink) => Promise<Result>): Promise<Result> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if (!(await hasRoom(this.folder))) throw new TaskFailure(noRoom);
    return putFile(join(this.folder, name), write);
  }

  read(name: string): Source {
    return readFrom(join(this.folder, name));
  }

  async removeAll(tenantId: string): Promise<number> {
    const folder = join(this.folder, tenantId);
    const names = await readdir(folder).catch(() => []);
    await rm(folder, { recursive: true, force: true });
    return names.length;
  }

  async removeStrays(before: Date, listed: Listed): Promise<number> {
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

  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }
}
