import { ensureBuilt } from './builds.mjs';
import { Failure } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { onInterruption } from './interruption.mjs';
import { onChange } from './on-change.mjs';
import { requireFree } from './ports.mjs';
import { Restarting } from './restarting.mjs';
import { bin } from './run.mjs';
import { serve } from './serve.mjs';
import { Service } from './service.mjs';
import { readEnvironment, readSettings } from './settings.mjs';
import { updateSchema } from './stale-schema.mjs';
import { welcome } from './welcome.mjs';

const halves = ['api', 'web'];

/** `start` for who changes Atrium: the API starts again on a change, pages change in place, generated code follows. */
export async function dev(only) {
  const unknown = only.find((half) => !halves.includes(half));
  if (unknown) throw new Failure(`Expected nothing, "api" or "web"; got "${unknown}".`);
  const chosen = only.length > 0 ? only : halves;
  const signal = onInterruption();
  const settings = await readSettings();
  await requireFree(chosen.map((half) => settings[half]));
  await ensureInstalled(signal);

  const env = { ...settings.env, NODE_ENV: 'development' };
  // The web client alone may follow an API that runs elsewhere.
  if (!chosen.includes('api')) env['API_ORIGIN'] = readEnvironment()['API_ORIGIN'] ?? settings.api.url;
  const running = [];
  if (chosen.includes('api')) running.push(await watchedApi(settings, env, signal));
  if (chosen.includes('web')) running.push(...webWithCodegen(settings, env));
  await serve(running, { signal, onReady: () => console.log(welcome(settings, { chosen, isDev: true })) });
}

async function watchedApi({ api }, env, signal) {
  await ensureBuilt(signal, ['playground']);
  const service = new Restarting(
    'API',
    () => new Service('API', ['--enable-source-maps', '-r', '@swc-node/register', 'src/main.ts'], { cwd: 'api', env }),
  );
  const follow = () => updateSchema(signal).catch((error) => signal.aborted || console.error(error.message));
  void follow();
  onChange(['api/src', 'migrations'], signal, () => {
    service.restart();
    void follow();
  });
  return { service, readyAt: `${api.url}/readyz` };
}

function webWithCodegen({ web }, env) {
  const [, ...watchDocuments] = bin('@graphql-codegen/cli/cjs/bin.js', '--watch');
  const codegen = new Restarting(
    'codegen',
    () => new Service('codegen', watchDocuments, { cwd: '.', env, unsaid: /^\s*([❯✔]|$)/ }),
    { againAfterMs: 1_000 },
  );
  const [, reactRouter] = bin('@react-router/dev/bin.js');
  return [
    { service: codegen },
    // Vite answers this itself; any other path would be a page.
    {
      service: new Service('web', [reactRouter, 'dev'], { cwd: 'web', env, unsaid: /`envFile` option is deprecated/ }),
      readyAt: `${web.url}/@vite/client`,
    },
  ];
}
