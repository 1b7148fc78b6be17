import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isForThisMachine } from '../../../server/env.mjs';

export interface DemoSignIn {
  email: string;
  password: string;
}

/** What the API has written for the demo's account; null outside of a demo that only this machine reaches. */
export async function readDemoSignIn(
  env: Record<string, string | undefined> = process.env,
): Promise<DemoSignIn | null> {
  if (['0', 'false'].includes(env['DEMO'] ?? '') || !isForThisMachine(env)) return null;
  const folder = resolve(repositoryRoot(process.cwd()), env['DATA_DIR'] || '.data');
  try {
    const { email, password } = JSON.parse(await readFile(join(folder, 'demo-sign-in.json'), 'utf8'));
    return typeof email === 'string' && typeof password === 'string' ? { email, password } : null;
  } catch {
    // There is none, or none any more.
    return null;
  }
}

/** This program runs in the repository or in its folder `web`. */
function repositoryRoot(from: string): string {
  const isThere = existsSync(join(from, 'schema.graphql')) || dirname(from) === from;
  return isThere ? from : repositoryRoot(dirname(from));
}
