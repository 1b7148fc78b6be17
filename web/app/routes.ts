import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-up', 'routes/sign-up.tsx'),
  route('forgotten-password', 'routes/forgotten-password.tsx'),
  route('reset-password', 'routes/reset-password.tsx'),
  route('invitation', 'routes/invitation.tsx'),
  route('tenant/:tenantId', 'routes/tenant.tsx', [
    layout('routes/tenant-page.tsx', [
      index('routes/dashboard.tsx'),
      route('contacts', 'routes/contacts.tsx'),
      route('contacts/new', 'routes/contact-new.tsx'),
      route('contacts/:contactId', 'routes/contact.tsx'),
      route('*', 'routes/tenant-not-found.tsx'),
    ]),
  ]),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
