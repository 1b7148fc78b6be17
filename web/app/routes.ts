import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/link', 'routes/sign-in-link.tsx'),
  route('sign-in/company', 'routes/sign-in-company.tsx'),
  route('sign-in/company/callback', 'routes/sign-in-company-callback.tsx'),
  route('sign-up', 'routes/sign-up.tsx'),
  route('forgotten-password', 'routes/forgotten-password.tsx'),
  route('reset-password', 'routes/reset-password.tsx'),
  route('invitation', 'routes/invitation.tsx'),
  route('account', 'routes/account.tsx'),
  route('tenant/:tenantId', 'routes/tenant.tsx', [
    layout('routes/tenant-page.tsx', [
      index('routes/dashboard.tsx'),
      route('inbox', 'routes/inbox.tsx', [
        index('routes/inbox-index.tsx'),
        route(':conversationId', 'routes/inbox-conversation.tsx'),
      ]),
      route('contacts', 'routes/contacts.tsx'),
      route('contacts/new', 'routes/contact-new.tsx'),
      route('contacts/duplicates', 'routes/contacts-duplicates.tsx'),
      route('contacts/deleted', 'routes/contacts-deleted.tsx'),
      route('contacts/:contactId', 'routes/contact.tsx'),
      route('settings', 'routes/settings.tsx', [
        index('routes/settings-index.tsx'),
        route('general', 'routes/settings-general.tsx'),
        route('members', 'routes/settings-members.tsx'),
        route('labels', 'routes/settings-labels.tsx'),
        route('canned-replies', 'routes/settings-canned-replies.tsx'),
        route('saved-views', 'routes/settings-saved-views.tsx'),
        route('rules', 'routes/settings-rules.tsx'),
        route('notifications', 'routes/settings-notifications.tsx'),
        route('api-keys', 'routes/settings-api-keys.tsx'),
        route('single-sign-on', 'routes/settings-single-sign-on.tsx'),
        route('audit-log', 'routes/settings-audit-log.tsx'),
        route('data', 'routes/settings-data.tsx'),
      ]),
      route('*', 'routes/tenant-not-found.tsx'),
    ]),
  ]),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
