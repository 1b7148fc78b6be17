import { MockLink } from '@apollo/client/testing';
import { render } from '@testing-library/react';
import type { ComponentType, ReactNode } from 'react';
import { createRoutesStub, useLocation } from 'react-router';
import { PermissionsProvider } from '../access/permissions';
import { ViewerProvider } from '../access/viewer';
import { ApolloClients } from '../apollo/clients';
import { newIdempotencyKey } from '../apollo/idempotency-key';
import { ApolloClientsProvider, TenantApolloProvider } from '../apollo/provider';
import { useDeliverMessage } from '../conversation/use-deliver-message';
import { OutboxProvider } from '../outbox/provider';
import { ClockProvider } from '../ui/clock';
import { Toaster } from '../ui/toaster';
import { viewer } from './actor';

interface Options {
  /** A route component, or any component that reads the route. */
  Component: ComponentType;
  /** The route's pattern, such as `/tenant/:tenantId/contacts`. */
  path: string;
  /** The address that is open at first. */
  url: string;
  mocks?: MockLink.MockedResponse[];
  /** Patterns of where the component may lead; such a page says "Opened" and its address. */
  destinations?: string[];
  /** What the root's loader has told. */
  rootData?: object | undefined;
  /** Of the viewer in the company; all where they are left out. */
  permissions?: string[];
}

/**
 * Renders a page the way the app does: router, one Apollo Client per tenant (each over the same mocks), clock, toasts.
 * Units: the clock stands at `renderedAt`, times are told in UTC.
 */
export function renderRoute({ Component, path, url, mocks = [], destinations = [], rootData, permissions }: Options) {
  const clients = new ApolloClients({ ssrMode: false, createLink: () => new MockLink(mocks) });
  const tenant = /^\/tenant\/([^/]+)/.exec(url)?.[1];
  const Stub = createRoutesStub([
    {
      id: 'root',
      children: [
        { path, Component },
        ...destinations.map((destination) => ({ path: destination, Component: Destination })),
      ],
    },
  ]);
  const stub = (
    <PermissionsProvider permissions={permissions}>
      <ViewerProvider viewer={viewer}>
        {' '}
        <Stub initialEntries={[url]} {...(rootData && { hydrationData: { loaderData: { root: rootData } } })} />
      </ViewerProvider>
    </PermissionsProvider>
  );
  const view = render(
    <ClockProvider clock={{ renderedAt: Date.now(), timeZone: 'UTC' }}>
      <ApolloClientsProvider clients={clients}>
        <Toaster>
          {tenant === undefined ? (
            stub
          ) : (
            <TenantApolloProvider tenant={tenant}>
              <WithOutbox tenantId={`${tenant}-${newIdempotencyKey()}`}>{stub}</WithOutbox>
            </TenantApolloProvider>
          )}
        </Toaster>
      </ApolloClientsProvider>
    </ClockProvider>,
  );
  return { ...view, clients };
}

function WithOutbox({ tenantId, children }: { tenantId: string; children: ReactNode }) {
  return (
    <OutboxProvider tenantId={tenantId} account="local" deliver={useDeliverMessage()}>
      {children}
    </OutboxProvider>
  );
}

function Destination() {
  const { pathname, search } = useLocation();
  return <p>Opened {pathname + search}</p>;
}
