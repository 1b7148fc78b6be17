import type { MockLink } from '@apollo/client/testing';
import { renderRoute } from './render-route';

/** What these roles may. */
export const owner = ['contacts:read', 'contacts:write', 'tenant:admin', 'tenant:own'];
export const admin = owner.slice(0, 3);
export const viewer = owner.slice(0, 1);

export const tenant = (fields: object) => ({ currentTenant: { __typename: 'Tenant', id: 'acme', ...fields } });

export const renderSettings = (
  Component: Parameters<typeof renderRoute>[0]['Component'],
  permissions: string[],
  mocks: MockLink.MockedResponse[],
) => renderRoute({ Component, path: '/tenant/:tenantId/settings', url: '/tenant/acme/settings', mocks, permissions });
