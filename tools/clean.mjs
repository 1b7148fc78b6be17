import { rmSync } from 'node:fs';
import { inRoot } from './setup/root.mjs';

/** All that is made from sources; neither what npm installed nor anyone's data. */
const made = ['api/dist', 'web/build', 'web/.react-router', '.cache', 'coverage'];

for (const path of made) rmSync(inRoot(path), { recursive: true, force: true });
console.log(`Removed ${made.join(', ')}.`);
