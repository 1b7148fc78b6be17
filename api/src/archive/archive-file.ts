import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Sink } from './archive-writer';
import type { Source } from './import-archive';

/** Written beside it first, as `….part`, and given its name when it is whole and on the disk. Nobody but this user reads it. */
export async function putFile<Result>(path: string, write: (sink: Sink) => Promise<Result>): Promise<Result> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.part`;
  const file = await open(draft, 'w', 0o600);
  try {
    const result = await write(async (bytes) => {
      await file.writeFile(bytes);
    });
    await file.sync();
    await file.close();
    await rename(draft, path);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

export const readFrom =
  (path: string): Source =>
  () =>
    createReadStream(path, { highWaterMark: 1024 * 1024 });
