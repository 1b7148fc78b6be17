import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inRoot } from './root.mjs';
import { isLoopback } from './settings.mjs';

/**
 * What a newcomer needs once everything answers.
 * @param {{ api: Place, web: Place, env: Record<string, string> }} settings
 * @typedef {{ host: string, url: string }} Place
 */
export function welcome({ api, web, env }, { chosen = ['api', 'web'], isDev = false } = {}) {
  const isPrivate = isLoopback(api.host) && isLoopback(web.host) && isLoopback(hostOf(env.ATRIUM_ORIGIN));
  const addresses = {
    web: [`  Web         ${web.url}`],
    api: [`  API         ${api.url}/graphql`, `  Playground  ${api.url}/graphql in a browser`],
  };
  return [
    '',
    isDev ? 'Atrium runs, and follows the sources as they change.' : 'Atrium runs.',
    '',
    ...['web', 'api'].filter((half) => chosen.includes(half)).flatMap((half) => addresses[half]),
    '',
    ...(isPrivate ? demoSignIn(env) : []),
    isPrivate
      ? 'Both answer on this machine only.'
      : `Other machines can reach them; people sign in at ${env.ATRIUM_ORIGIN}.`,
    `The data is in ${whereDataIs(env)}. Ctrl-C ends everything and keeps it.`,
    '',
  ].join('\n');
}

/** A reverse proxy on this machine has an origin of its own. */
const hostOf = (origin) => new URL(origin).hostname.replace(/^\[|\]$/g, '');

/** The web client has it filled in: it is for whoever looks at the API first. */
function demoSignIn({ DATA_DIR, DEMO }) {
  const file = resolve(inRoot('.'), DATA_DIR ?? '.data', 'demo-sign-in.json');
  if (['0', 'false'].includes(DEMO) || !existsSync(file)) return [];
  const { email, password } = JSON.parse(readFileSync(file, 'utf8'));
  return [`  Sign in     ${email}`, `  Password    ${password}`, ''];
}

function whereDataIs({ DATABASE_URL, DATA_DIR }) {
  if (DATABASE_URL)
    return URL.canParse(DATABASE_URL) ? `the PostgreSQL at ${new URL(DATABASE_URL).host}` : 'DATABASE_URL';
  return DATA_DIR ?? '.data';
}
