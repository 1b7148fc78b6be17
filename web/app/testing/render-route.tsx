import { MockLink } from '@apollo/client/testing';
import { render } from '@testing-library/react';
import type { ComponentType, ReactNode } from 'react';
import { createRoutesStub, useLocation } from 'react-router';
import { PermissionsProvider } from '../access/permissions';
import { ViewerProvider } from '../access/viewer';
import { ActionsProvider } from '../actions/provider';
import { ApolloClients } from '../apollo/clients';
import { newIdempotencyKey } from '../apollo/idempotency-key';
import { ApolloClientsProvider, TenantApolloProvider } from '../apollo/provider';
import { useDeliverMessage } from '../conversation/use-deliver-message';
import { OutboxProvider } from '../outbox/provider';
import { ClockProvider } from '../ui/clock';
import { Toaster } from '../ui/toaster';
import { viewer } from './actor';

type Pages = Parameters<typeof createRoutesStub>[0];

interface PagesOptions {
  pages: Pages;
  /** The address that is open at first. */
  url: string;
  mocks?: MockLink.MockedResponse[];
  /** What the root's loader has told. */
  rootData?: object | undefined;
  /** Of the viewer in the company; all where they are left out. */
  permissions?: string[];
}

interface Options extends Omit<PagesOptions, 'pages'> {
  /** A route component, or any component that reads the route. */
  Component: ComponentType;
  /** The route's pattern, such as `/tenant/:tenantId/contacts`. */
  path: string;
  /** Patterns of where the component may lead; such a page says "Opened" and its address. */
  destinations?: string[];
}

/** Renders one page the way the app does. */
export const renderRoute = ({ Component, path, destinations = [], ...options }: Options) =>
  renderPages({
    ...options,
    pages: [{ path, Component }, ...destinations.map((destination) => ({ path: destination, Component: Destination }))],
  });

/**
 * Renders pages the way the app does: router, one Apollo Client per tenant (each over the same mocks), clock, toasts.
 * Units: the clock stands at `renderedAt`, times are told in UTC.
 */
export function renderPages({ pages, url, mocks = [], rootData, permissions }: PagesOptions) {
  const clients = new ApolloClients({ ssrMode: false, createLink: () => new MockLink(mocks) });
  const tenant = /^\/tenant\/([^/]+)/.exec(url)?.[1];
  const Stub = createRoutesStub([
    {
      id: 'root',
      children: pages,
    },
  ]);
  const stub = (
    <PermissionsProvider permissions={permissions}>
      <ViewerProvider viewer={viewer}>
        <ActionsProvider>
          <Stub initialEntries={[url]} {...(rootData && { hydrationData: { loaderData: { root: rootData } } })} />
        </ActionsProvider>
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
