import { ensureBuilt } from './builds.mjs';
import { ensureInstalled } from './install.mjs';
import { onInterruption } from './interruption.mjs';
import { Kept } from './kept.mjs';
import { requireFree } from './ports.mjs';
import { serve } from './serve.mjs';
import { Service } from './service.mjs';
import { readSettings } from './settings.mjs';
import { welcome } from './welcome.mjs';

/** From a fresh clone to a running Atrium: installs and builds what is missing, then serves until a signal. */
export async function start() {
  const signal = onInterruption();
  const settings = await readSettings();
  await requireFree([settings.api, settings.web]);
  await ensureInstalled(signal);
  await ensureBuilt(signal);

  const env = { ...settings.env, NODE_ENV: 'production' };
  const running = [
    kept('API', `${settings.api.url}/readyz`, ['--enable-source-maps', 'dist/api/src/main.js'], { cwd: 'api', env }),
    kept('web', `${settings.web.url}/healthz`, ['server.mjs'], { cwd: 'web', env }),
  ];
  await serve(running, { signal, onReady: () => console.log(welcome(settings)) });
}

function kept(name, readyAt, args, options) {
  return { service: new Kept(name, () => new Service(name, args, options), { readyAt }), readyAt };
}
