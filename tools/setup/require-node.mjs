import { readFileSync } from 'node:fs';

/** Ends the process with one sentence where this Node is too old for the project; must itself run on any that is still about. */
export function requireNode(running = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const needed = engines.node.replace('>=', '');
  if (!isOlder(running, needed)) return;
  console.error(
    `Atrium needs Node ${needed} or later; this is Node ${running}. Install a newer one from https://nodejs.org and try again.`,
  );
  process.exit(1);
}

function isOlder(version, than) {
  const [have, need] = [version, than].map((text) => text.split('.').map(Number));
  const differs = need.findIndex((part, i) => part !== have[i]);
  return differs >= 0 && have[differs] < need[differs];
}
