import { requireNode } from './setup/require-node.mjs';

requireNode();

const { ensureBuilt } = await import('./setup/builds.mjs');
const { main } = await import('./setup/failure.mjs');
const { ensureInstalled } = await import('./setup/install.mjs');
const { onInterruption } = await import('./setup/interruption.mjs');

await main(async () => {
  const signal = onInterruption();
  await ensureInstalled(signal);
  await ensureBuilt(signal);
});
