import { layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  route('tenant/:tenantId', 'routes/tenant.tsx', [
    layout('routes/tenant-page.tsx', [route('*', 'routes/tenant-not-found.tsx')]),
  ]),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
