import { ApolloLink, Observable } from '@apollo/client';
import { RouterContextProvider } from 'react-router';
import { TenantShellDocument, type TenantShellQuery } from '../generated/graphql';
import { browserClients } from './browser-clients';
import { preload } from './preload';

const shell: TenantShellQuery = {
  viewer: null,
  unreadNotificationCount: 0,
  currentTenant: { __typename: 'Tenant', id: '1', name: 'Acme', slug: 'acme', sandboxEndsAt: null },
};

const read = preload(TenantShellDocument, () => ({}));

const argsOf = (tenantId: string) => ({
  url: new URL(`http://page.test/tenant/${tenantId}`),
  params: { tenantId },
  context: new RouterContextProvider(),
});

/** Replaces the network of a tenant's client: each answer comes when it is let go. */
function holdAnswers(tenantId: string) {
  const waiting: (() => void)[] = [];
  browserClients()
    .of(tenantId)
    .apollo.setLink(
      new ApolloLink(
        () =>
          new Observable((observer) => {
            waiting.push(() => {
              observer.next({ data: shell });
              observer.complete();
            });
          }),
      ),
    );
  return waiting;
}

test('a page waits a moment for its first data', async () => {
  const waiting = holdAnswers('quick');
  const opened = read(argsOf('quick'));

  await Promise.resolve();
  waiting[0]?.();
  await opened;

  expect(browserClients().of('quick').apollo.readQuery({ query: TenantShellDocument })).toEqual(shell);
});

test('a page whose data is slow opens without it', async () => {
  const waiting = holdAnswers('slow');

  await read(argsOf('slow'));

  expect(waiting).toHaveLength(1);
  expect(browserClients().of('slow').apollo.readQuery({ query: TenantShellDocument })).toBeNull();
});

test('a page seen before opens from the cache and asks behind its back', async () => {
  const waiting = holdAnswers('known');
  const { apollo } = browserClients().of('known');
  const stale = { ...shell, currentTenant: { ...shell.currentTenant, name: 'Before' } };
  apollo.writeQuery({ query: TenantShellDocument, data: stale });

  await read(argsOf('known'));
  const nameAtOpening = apollo.readQuery({ query: TenantShellDocument })?.currentTenant.name;
  waiting[0]?.();
  await new Promise((resolve) => setTimeout(resolve));

  expect(nameAtOpening).toBe('Before');
  expect(apollo.readQuery({ query: TenantShellDocument })?.currentTenant.name).toBe('Acme');
});
