import { requireNode } from './setup/require-node.mjs';

requireNode();

const { runCommand } = await import('./setup/command.mjs');

await runCommand('db.ts');
