import { requireNode } from './setup/require-node.mjs';

requireNode();

const { dev } = await import('./setup/dev.mjs');
const { main } = await import('./setup/failure.mjs');
await main(() => dev(process.argv.slice(2)));
