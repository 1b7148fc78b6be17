import { createBrowserLink } from './browser-link';
import { ApolloClients, type ApolloStates } from './clients';

declare global {
  interface Window {
    __APOLLO_STATES__?: ApolloStates;
  }
}

let clients: ApolloClients | undefined;

/** The clients of this page, starting from what the server has read for it. One set a page, since a page has one person. */
export function browserClients(): ApolloClients {
  clients ??= new ApolloClients({
    ssrMode: false,
    createLink: createBrowserLink,
    ...(window.__APOLLO_STATES__ && { states: window.__APOLLO_STATES__ }),
  });
  return clients;
}
