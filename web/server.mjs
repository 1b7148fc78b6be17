import { existsSync } from 'node:fs';
import { createWebServer } from './server/create-web-server.mjs';
import { readEnv } from './server/env.mjs';

const shutdownMs = 10_000;

/** Ends with one sentence on the error stream: what the person at the terminal can do. */
function exitWith(sentence) {
  console.error(sentence);
  process.exit(1);
}

const { host, port, apiOrigin, allowedHosts, trustedProxies, isSecure } = readEnv(process.env, exitWith);
const builtServer = new URL('build/server/index.js', import.meta.url);
if (!existsSync(builtServer)) exitWith('The web client is not built: run `npm run build -w @atrium/web` first.');
const build = await import(builtServer.href);
const { createRequestHandler, noncesContext, RouterContextProvider } = build.entry.module;
const handle = createRequestHandler(build, 'production');
const app = await createWebServer({
  renderPage(request, nonces) {
    const context = new RouterContextProvider();
    context.set(noncesContext, nonces);
    return handle(request, context);
  },
  isSecure,
  clientFolder: new URL('build/client', import.meta.url),
  apiOrigin,
  trustedProxies,
  allowedHosts,
});

try {
  await app.listen({ host, port });
  console.log(`Web client: http://${host}:${app.server.address().port} (API at ${apiOrigin})`);
} catch (error) {
  const reasons = {
    EADDRINUSE: `Port ${port} is taken: end what listens there, or set WEB_PORT to another one.`,
    EACCES: `Port ${port} needs more rights than this user has: set WEB_PORT to one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: set WEB_HOST to one that it has.`,
  };
  if (!(error.code in reasons)) throw error;
  exitWith(reasons[error.code]);
}

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), shutdownMs).unref();
    void app.close().then(() => process.exit(0));
  });
}
