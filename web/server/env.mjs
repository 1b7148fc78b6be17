import { isIPv4 } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';

const loopbackNames = ['localhost', '127.0.0.1', '::1', '[::1]'];

/** An address that only this machine reaches: `localhost`, 127.0.0.0/8, and `::1` as in an address bar or without. */
export const isLoopback = (host) => loopbackNames.includes(host) || (isIPv4(host) && host.startsWith('127.'));

/**
 * @param {Record<string, string | undefined>} env
 * @param {(sentence: string) => never} refuse called with the first thing that is wrong
 */
export function readEnv(env, refuse) {
  const port = Number(env['WEB_PORT'] || 5173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    refuse(`WEB_PORT must be a port from 0 to 65535; it is "${env['WEB_PORT']}".`);
  const apiOrigin = env['API_ORIGIN'] || 'http://127.0.0.1:3000';
  if (!isOrigin(apiOrigin))
    refuse(`API_ORIGIN must be an address such as http://127.0.0.1:3000, without a path; it is "${apiOrigin}".`);
  const host = env['WEB_HOST'] || '127.0.0.1';
  const origin = env['ATRIUM_ORIGIN'];
  if (!isLoopback(host) && !isSafeOrigin(origin))
    refuse(
      `ATRIUM_ORIGIN must be the https address of the web client, since WEB_HOST opens it to the network; http is for localhost alone. WEB_HOST is "${host}".`,
    );
  return {
    // Brackets are how an address is written, not how it is listened on.
    host: host === '[::1]' ? '::1' : host,
    port,
    apiOrigin: new URL(apiOrigin).origin,
    isSecure: origin?.startsWith('https:') ?? false,
    trustedProxies: proxiesIn(env['TRUSTED_PROXIES'], refuse),
    allowedHosts: [...new Set([...loopbackNames, ...(isLoopback(host) ? [host] : []), ...hostOf(origin)])],
  };
}

/** Whether nobody but this machine reaches Atrium. A reverse proxy reaches a loopback address too: it has an origin of its own. */
export const isForThisMachine = (env) =>
  isLoopback(env['WEB_HOST'] || '127.0.0.1') && hostOf(env['ATRIUM_ORIGIN']).every(isLoopback);

/** A reverse proxy passes on the name by which it was addressed. */
const hostOf = (origin) => (origin && URL.canParse(origin) ? [new URL(origin).hostname] : []);

function proxiesIn(text, refuse) {
  const proxies = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  try {
    proxyAddr.compile(proxies);
  } catch {
    refuse(`TRUSTED_PROXIES must be addresses or subnets such as 10.0.0.0/8, or uniquelocal; it is "${text}".`);
  }
  return proxies;
}

/** An origin that carries passwords safely: by https, or within this machine. */
export function isSafeOrigin(origin) {
  if (!origin || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function isOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
}
