import { existsSync, readFileSync } from 'node:fs';
import { isIP, isIPv4 } from 'node:net';
import { parseEnv } from 'node:util';
import { Failure } from './failure.mjs';
import { freePort } from './ports.mjs';
import { inRoot } from './root.mjs';

/**
 * The environment for what is started here: the process's own over `.env`, empty values counting as none.
 * @returns {Record<string, string>}
 */
export function readEnvironment(own = process.env, file = inRoot('.env')) {
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...withValue(written), ...withValue(own) };
}

const withValue = (env) => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

/**
 * Where API and web listen, and the environment that tells them; port 0 becomes a free one.
 * Errors: `Failure` for the first setting that is wrong.
 */
export async function readSettings(env = readEnvironment()) {
  const api = await placeOf('API', env, 3000);
  const web = await placeOf('WEB', env, 5173);
  if (api.port === web.port) throw new Failure(`API_PORT and WEB_PORT must differ; both are ${api.port}.`);
  return {
    api,
    web,
    env: {
      ATRIUM_ORIGIN: web.url,
      ...env,
      API_PORT: String(api.port),
      WEB_PORT: String(web.port),
      API_ORIGIN: api.url,
    },
  };
}

async function placeOf(prefix, env, defaultPort) {
  const host = env[`${prefix}_HOST`] ?? '127.0.0.1';
  requireOrigin(`${prefix}_HOST`, host, env['ATRIUM_ORIGIN']);
  const variable = `${prefix}_PORT`;
  const port = portFrom(variable, env[variable] ?? String(defaultPort)) || (await freePort(host));
  return { variable, host, port, url: `http://${prefix === 'WEB' ? named(host) : reachable(host)}:${port}` };
}

function portFrom(variable, text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Failure(`${variable} must be a port from 0 to 65535; it is "${text}".`);
}

/** The servers' own rule: whoever signs in from another machine sends a password. */
function requireOrigin(variable, host, origin) {
  if (isLoopback(host) || isSafeOrigin(origin)) return;
  throw new Failure(
    `ATRIUM_ORIGIN must be the https address of the web client, since ${variable} opens it to the network; http is for localhost alone. ${variable} is "${host}".`,
  );
}

export function isSafeOrigin(origin) {
  if (!origin || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

export const isLoopback = (host) => host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** Passkeys belong to a name, and so does the address that a company's sign-in provider sends people back to. */
const named = (host) => (host === '127.0.0.1' ? 'localhost' : reachable(host));

/** "All addresses" is nowhere to go to. */
function reachable(host) {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return isIP(host) === 6 ? `[${host}]` : host;
}
