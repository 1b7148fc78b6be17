import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  await writeOnce(file, randomBytes(32).toString('base64url'));
  const secret = await readFile(file, 'utf8');
  if (secret.length < 32) throw new Error(`${file} holds no secret: delete it, or set ATRIUM_SECRET to what it was.`);
  return secret;
}

/** Whole or not at all: of two processes that start at once, neither reads what the other has half written. */
async function writeOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}
