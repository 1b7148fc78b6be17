import { main } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { onInterruption } from './interruption.mjs';
import { inRoot } from './root.mjs';
import { runAttached } from './run.mjs';
import { readEnvironment } from './settings.mjs';

/** Runs one of the API's programs for the terminal (`api/src/cli`), with what follows on the command line. */
export const runCommand = (file) =>
  main(async () => {
    const signal = onInterruption();
    await ensureInstalled(signal);
    process.exitCode = await runAttached(
      [process.execPath, '-r', '@swc-node/register', `src/cli/${file}`, ...process.argv.slice(2)],
      { cwd: inRoot('api'), env: readEnvironment(), signal },
    );
  });
