import { watch } from 'node:fs';
import { inRoot } from './root.mjs';

/** Editors write a file in several steps, and a branch is many files. */
const settleMs = 200;

/** Calls back once things are quiet after a change below one of the folders, tests aside. */
export function onChange(folders, signal, callback) {
  let timer;
  const changed = (_event, file) => {
    if (file && (!/\.ts$/.test(file) || /\.test\.ts$/.test(file))) return;
    clearTimeout(timer);
    timer = setTimeout(() => signal.aborted || callback(), settleMs);
  };
  for (const folder of folders) {
    watch(inRoot(folder), { recursive: true, signal }, changed).on('error', (error) => {
      if (!signal.aborted) console.error(`Watching ${folder} failed: ${error.message}. Start again to see changes.`);
    });
  }
}
