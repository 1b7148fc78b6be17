import { isLoopback } from './settings.mjs';

/**
 * What a newcomer needs once everything answers.
 * @param {{ api: Place, web: Place, env: Record<string, string> }} settings
 * @typedef {{ host: string, url: string }} Place
 */
export function welcome({ api, web, env }, { chosen = ['api', 'web'], isDev = false } = {}) {
  const isPrivate = isLoopback(api.host) && isLoopback(web.host);
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
    'There is no sign-in yet: open the web address, then choose a company or create one.',
    isPrivate
      ? 'For that reason both answer on this machine only.'
      : 'Whoever reaches these addresses can read and write every company.',
    `The data is in ${whereDataIs(env)}. Ctrl-C ends everything and keeps it.`,
    '',
  ].join('\n');
}

function whereDataIs({ DATABASE_URL, DATA_DIR }) {
  if (DATABASE_URL)
    return URL.canParse(DATABASE_URL) ? `the PostgreSQL at ${new URL(DATABASE_URL).host}` : 'DATABASE_URL';
  return DATA_DIR ?? '.data';
}
