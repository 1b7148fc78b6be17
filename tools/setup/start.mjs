import { ensureBuilt } from './builds.mjs';
import { ensureInstalled } from './install.mjs';
import { onInterruption } from './interruption.mjs';
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
  const api = new Service('API', ['--enable-source-maps', 'dist/api/src/main.js'], { cwd: 'api', env });
  const web = new Service('web', ['server.mjs'], { cwd: 'web', env });
  await serve(
    [
      { service: api, readyAt: `${settings.api.url}/readyz` },
      { service: web, readyAt: `${settings.web.url}/healthz` },
    ],
    { signal, onReady: () => console.log(welcome(settings)) },
  );
}
