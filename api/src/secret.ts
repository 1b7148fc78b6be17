import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from './env';

const fileName = 'secret';

/**
 * Under which stored secrets are sealed: the setting, or one that this folder keeps. Beyond loopback `readEnv` wants the setting,
 * since processes on several machines need the same.
 */
export async function readSecret({
  ATRIUM_SECRET,
  DATA_DIR,
}: Pick<Env, 'ATRIUM_SECRET' | 'DATA_DIR'>): Promise<string> {
  if (ATRIUM_SECRET) return ATRIUM_SECRET;
  const file = join(DATA_DIR, fileName);
  await mkdir(DATA_DIR, { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = await readFile(file, 'utf8');
  if (secret.length < 32) throw new Error(`${file} holds no secret: delete it, or set ATRIUM_SECRET to what it was.`);
  return secret;
}
