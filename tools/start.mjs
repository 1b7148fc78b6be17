import { requireNode } from './setup/require-node.mjs';

requireNode();

const { main } = await import('./setup/failure.mjs');
const { start } = await import('./setup/start.mjs');
await main(start);
