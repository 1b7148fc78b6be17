import { ApolloProvider } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import { useNonces } from '../nonces';
import type { ApolloClients, TenantClient } from './clients';
import type { LiveState } from './live-connection';

const ClientsContext = createContext<ApolloClients | null>(null);
const TenantClientContext = createContext<TenantClient | null>(null);

/** Makes the clients known to everything below, and the client without a tenant the one that hooks use. */
export function ApolloClientsProvider({ clients, children }: { clients: ApolloClients; children: ReactNode }) {
  return (
    <ClientsContext value={clients}>
      <ApolloProvider client={clients.of(null).apollo}>{children}</ApolloProvider>
    </ClientsContext>
  );
}

/** Below this, hooks read and write as the tenant, in the tenant's own cache, and the tenant's events are heard. */
export function TenantApolloProvider({ tenant, children }: { tenant: string; children: ReactNode }) {
  const client = useApolloClients().of(tenant);
  useEffect(() => client.live.hold(), [client]);
  return (
    <TenantClientContext value={client}>
      <ApolloProvider client={client.apollo}>{children}</ApolloProvider>
    </TenantClientContext>
  );
}

export function useApolloClients(): ApolloClients {
  const clients = useContext(ClientsContext);
  if (!clients) throw new Error('Expected an <ApolloClientsProvider> above this component; there is none.');
  return clients;
}

/** Whether the page hears of changes as they happen. */
export function useLiveState(): LiveState {
  const client = useContext(TenantClientContext);
  return useSyncExternalStore(
    client?.live.subscribe ?? subscribeToNothing,
    () => client?.live.state ?? 'idle',
    () => 'idle',
  );
}

const subscribeToNothing = () => () => undefined;

/** Writes what the server has read into the page, for `browserClients` to go on from. */
export function ApolloStateScript() {
  const clients = useContext(ClientsContext);
  const { script: nonce } = useNonces();
  if (!clients) return null;
  return (
    <script
      suppressHydrationWarning
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no "<" is left, so nothing in it can end the script
      dangerouslySetInnerHTML={{ __html: typeof document === 'undefined' ? stateScript(clients) : '' }}
    />
  );
}

export const stateScript = (clients: ApolloClients): string =>
  `window.__APOLLO_STATES__=${JSON.stringify(clients.extract()).replaceAll('<', '\\u003c')}`;
