import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { readFrom } from './archive-file';
import type { Source } from './import-archive';
import { hasRoom, noRoom } from './store/room';

/** Units: bytes. */
const mostBytes = 20 * 1024 ** 3;
const mostBytesOfPart = 8 * 1024 * 1024;

/** Of one company at a time; older ones are gone after a day. */
const mostOpen = 3;
const keptForMs = 24 * 3_600_000;

/** The part does not go on where the upload is. `at`: how many bytes of it are here. */
export class OutOfPlace extends Error {
  constructor(readonly at: number) {
    super(`expected the part that begins at byte ${at}`);
  }
}

/** Why it is not taken, in a sentence. */
export class UploadRefused extends Error {}

/** Files that are being sent here in parts, one behind the other: who was cut off asks how far it came, and goes on. */
export class Uploads {
  /** Files to which a part is being added: a second one that begins at the same byte would come to lie behind it. */
  private readonly growing = new Set<string>();

  /** `leftFree`: of the disk, in bytes; the usual when nothing is said. */
  constructor(
    private readonly folder: string,
    private readonly leftFree?: number,
  ) {}

  /** Appends a part. Answers how many bytes are here. Errors: `OutOfPlace`; `UploadRefused`; those of the sender, with its part undone. */
  async append(tenantId: string, uploadId: string, offset: number, part: Readable): Promise<number> {
    const path = this.pathOf(tenantId, uploadId);
    if (this.growing.has(path)) throw new OutOfPlace((await this.sizeOf(tenantId, uploadId)) ?? 0);
    this.growing.add(path);
    try {
      const at = await this.sizeOf(tenantId, uploadId);
      if (offset !== (at ?? 0)) throw new OutOfPlace(at ?? 0);
      if (at === null) await this.begin(tenantId);
      if (!(await hasRoom(this.folder, this.leftFree))) throw new UploadRefused(noRoom);
      return await addTo(path, offset, part);
    } finally {
      this.growing.delete(path);
    }
  }

  /** Null where there is none. */
  async sizeOf(tenantId: string, uploadId: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(tenantId, uploadId))).size;
    } catch {
      return null;
    }
  }

  read(tenantId: string, uploadId: string): Source {
    return readFrom(this.pathOf(tenantId, uploadId));
  }

  async remove(tenantId: string, uploadId: string): Promise<void> {
    await rm(this.pathOf(tenantId, uploadId), { force: true });
  }

  async removeAll(tenantId: string): Promise<void> {
    await rm(join(this.folder, tenantId), { recursive: true, force: true });
  }

  /** Those that nobody has added to for a day. */
  async forgetOld(now: Date): Promise<void> {
    for (const tenantId of await names(this.folder)) {
      for (const name of await names(join(this.folder, tenantId))) {
        const path = join(this.folder, tenantId, name);
        const { mtimeMs } = await stat(path);
        if (mtimeMs < now.getTime() - keptForMs) await rm(path, { force: true });
      }
    }
  }

  private async begin(tenantId: string): Promise<void> {
    const folder = join(this.folder, tenantId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await names(folder)).length >= mostOpen) {
      throw new UploadRefused(`${mostOpen} files are being sent for this company already; bring them in first.`);
    }
  }

  /** Both are UUIDs, checked by whoever asks. */
  private pathOf(tenantId: string, uploadId: string): string {
    return join(this.folder, tenantId, `${uploadId}.upload`);
  }
}

async function addTo(path: string, offset: number, part: Readable): Promise<number> {
  const file = await open(path, 'a', 0o600);
  try {
    return await appendTo(file, offset, part);
  } catch (error) {
    await file.truncate(offset).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

/** What is not taken is left to whoever answers the sender, on the connection that it came by. */
async function appendTo(file: FileHandle, offset: number, part: Readable): Promise<number> {
  let at = offset;
  for await (const piece of part.iterator({ destroyOnReturn: false })) {
    at += (piece as Buffer).length;
    if (at - offset > mostBytesOfPart) throw new UploadRefused(`A part has at most ${mostBytesOfPart} bytes.`);
    if (at > mostBytes) throw new UploadRefused(`A file has at most ${mostBytes} bytes.`);
    await file.writeFile(piece as Buffer);
  }
  return at;
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

export const uploadsIn = (folder: string): Uploads => new Uploads(join(folder, 'uploads'));
