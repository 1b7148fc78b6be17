import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from './root.mjs';

const lockFile = inRoot('.cache/setup.lock');
const lookEveryMs = 200;

/** Two instances may start from one folder at once: one installs and builds, the other waits for it. */
export async function oneAtATime(work) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  for (let waitsFor = null; !take(); await sleep(lookEveryMs)) {
    const holder = holderOf();
    if (!isAlive(holder)) rmSync(lockFile, { force: true });
    else if (holder !== waitsFor)
      console.log(`Process ${holder} is installing or building here; waiting for it (${lockFile}).`);
    waitsFor = holder;
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf() {
  try {
    return Number(readFileSync(lockFile, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid) {
  if (pid === null) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
