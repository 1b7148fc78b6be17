import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `migrations/`, from the sources and from what they are compiled to, which lies deeper. */
export function repositoryRoot(from = __dirname): string {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'package-lock.json')) || existsSync(join(at, '.env.example'))) return at;
  }
  throw new Error(`expected ${from} to be inside the repository, but no folder above it has a .env.example`);
}
