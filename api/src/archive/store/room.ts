import { statfs } from 'node:fs/promises';

/** Units: bytes. The database may lie on the same disk: whatever companies keep as files, it goes on. */
const usuallyLeftFree = 1024 ** 3;

/** Whether the disk of a folder, which is there, has room for more. */
export async function hasRoom(folder: string, leftFree = usuallyLeftFree): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= leftFree;
}

export const noRoom =
  'There is no room for it: the disk of this deployment is nearly full. Its operator can make some.';
