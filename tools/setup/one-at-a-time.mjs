import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claim } from './claim.mjs';
import { inRoot } from './root.mjs';

const lookEveryMs = 200;

/** Two instances may start from one folder at once: one installs and builds, the other waits for it. */
export async function oneAtATime(work, lockFile = inRoot('.cache/setup.lock')) {
  mkdirSync(dirname(lockFile), { recursive: true });
  let claimed = claim(lockFile);
  for (let waitsFor; !claimed.release; claimed = claim(lockFile)) {
    const { holder } = claimed;
    if (holder !== waitsFor)
      console.log(`Process ${holder} is installing or building here; waiting for it (${lockFile}).`);
    waitsFor = holder;
    await sleep(lookEveryMs);
  }
  try {
    return await work();
  } finally {
    claimed.release();
  }
}
