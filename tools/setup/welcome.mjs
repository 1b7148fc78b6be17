import { isLoopback } from './settings.mjs';

/** What a newcomer needs once everything answers. */
export function welcome({ api, web, env }, { kept = whereDataIs(env) } = {}) {
  const isPrivate = isLoopback(api.host) && isLoopback(web.host);
  return `
Atrium runs.

  Web         ${web.url}
  API         ${api.url}/graphql
  Playground  ${api.url}/graphql in a browser

There is no sign-in yet: open the web address, then choose a company or create one.
${isPrivate ? 'For that reason both answer on this machine only.' : 'Whoever reaches these addresses can read and write every company.'}
The data is in ${kept}. Ctrl-C ends everything and keeps it.
`;
}

function whereDataIs({ DATABASE_URL, DATA_DIR }) {
  return DATABASE_URL ? `the PostgreSQL at ${hostOf(DATABASE_URL)}` : (DATA_DIR ?? '.data');
}

const hostOf = (url) => (URL.canParse(url) ? new URL(url).host : 'DATABASE_URL');
