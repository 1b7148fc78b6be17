import { requireNode } from './setup/require-node.mjs';

requireNode();

const { main } = await import('./setup/failure.mjs');
const { ensureInstalled } = await import('./setup/install.mjs');
const { onInterruption } = await import('./setup/interruption.mjs');
const { inRoot } = await import('./setup/root.mjs');
const { runAttached } = await import('./setup/run.mjs');
const { readEnvironment } = await import('./setup/settings.mjs');

await main(async () => {
  const signal = onInterruption();
  await ensureInstalled(signal);
  process.exitCode = await runAttached(
    [process.execPath, '-r', '@swc-node/register', 'src/cli/tenants.ts', ...process.argv.slice(2)],
    { cwd: inRoot('api'), env: readEnvironment(), signal },
  );
});
