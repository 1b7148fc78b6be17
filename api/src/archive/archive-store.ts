import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TaskFailure } from '../task/tasks';
import type { Tenancy } from '../tenancy/tenancy';
import { putFile, readFrom } from './archive-file';
import type { Sink } from './archive-writer';
import type { Source } from './import-archive';

/** Where archives are kept, each whole or not at all, by names that the program has given them. */
export class ArchiveStore {
  constructor(private readonly folder: string) {}

  /** What `write` gives is kept under that name once it has ended well. */
  put<Result>(name: string, write: (sink: Sink) => Promise<Result>): Promise<Result> {
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
