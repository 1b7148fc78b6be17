import { setNonce } from 'get-nonce';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { browserClients } from './apollo/browser-clients';
import { ApolloClientsProvider } from './apollo/provider';
import { readStyleNonce } from './nonces';

const styleNonce = readStyleNonce();
if (styleNonce) setNonce(styleNonce);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <ApolloClientsProvider clients={browserClients()}>
        <HydratedRouter />
      </ApolloClientsProvider>
    </StrictMode>,
  );
});
