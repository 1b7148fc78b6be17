import { MockLink } from '@apollo/client/testing';
import { TenantShellDocument, type TenantShellQuery } from '../generated/graphql';
import { ApolloClients } from './clients';
import { stateScript } from './provider';

const shellOf = (name: string): TenantShellQuery => ({
  viewer: null,
  unreadNotificationCount: 0,
  currentTenant: { __typename: 'Tenant', id: `id of ${name}`, name, slug: name.toLowerCase(), sandboxEndsAt: null },
});

const newClients = (states?: Parameters<typeof JSON.stringify>[0]) =>
  new ApolloClients({ ssrMode: false, createLink: () => new MockLink([]), ...(states && { states }) });

test('what is read as one tenant is unknown to every other client', () => {
  const clients = newClients();

  clients.of('acme').apollo.writeQuery({ query: TenantShellDocument, data: shellOf('Acme') });

  expect(clients.of('acme').apollo.readQuery({ query: TenantShellDocument })?.currentTenant.name).toBe('Acme');
  expect(clients.of('globex').apollo.readQuery({ query: TenantShellDocument })).toBeNull();
  expect(clients.of(null).apollo.readQuery({ query: TenantShellDocument })).toBeNull();
});

test('a tenant keeps its client', () => {
  const clients = newClients();

  expect(clients.of('acme')).toBe(clients.of('acme'));
});

test('each cache goes on in the browser where the server left it', () => {
  const onServer = newClients();
  onServer.of('acme').apollo.writeQuery({ query: TenantShellDocument, data: shellOf('Acme') });
  onServer.of('globex').apollo.writeQuery({ query: TenantShellDocument, data: shellOf('Globex') });

  const inBrowser = newClients(JSON.parse(JSON.stringify(onServer.extract())));

  expect(inBrowser.of('globex').apollo.readQuery({ query: TenantShellDocument })?.currentTenant.name).toBe('Globex');
});

test('a name that looks like markup cannot end the script it is written into', () => {
  const clients = newClients();
  clients
    .of('evil')
    .apollo.writeQuery({ query: TenantShellDocument, data: shellOf('</script><script>alert(1)</script>') });

  const script = stateScript(clients);

  expect(script).not.toContain('<');
  expect(script).toContain('\\u003c/script>');
});
