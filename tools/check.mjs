import { requireNode } from './setup/require-node.mjs';

requireNode();

const { check } = await import('./setup/check.mjs');
const { main } = await import('./setup/failure.mjs');
const { ensureInstalled } = await import('./setup/install.mjs');
const { onInterruption } = await import('./setup/interruption.mjs');

await main(async () => {
  const signal = onInterruption();
  await ensureInstalled(signal);
  await check(process.argv.slice(2), { signal });
});
