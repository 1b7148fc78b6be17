import { requireNode } from './setup/require-node.mjs';

requireNode();

const { check } = await import('./setup/check.mjs');
const { ensureChromium } = await import('./setup/chromium.mjs');
const { main } = await import('./setup/failure.mjs');
const { ensureInstalled } = await import('./setup/install.mjs');
const { onInterruption } = await import('./setup/interruption.mjs');

await main(async () => {
  const signal = onInterruption();
  await ensureInstalled(signal);
  process.env['CHROMIUM_PATH'] = await ensureChromium(signal);
  await check([], { signal });
});
