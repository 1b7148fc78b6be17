import type { Permission } from '../access/permissions';

interface SettingsPage {
  to: string;
  label: string;
  /** Shown to those alone who have it. */
  permission: Permission | null;
}

/** In the order in which the settings show them. */
export const settingsPages: readonly SettingsPage[] = [
  { to: 'general', label: 'General', permission: null },
  { to: 'members', label: 'Members', permission: null },
  { to: 'labels', label: 'Labels', permission: null },
  { to: 'custom-fields', label: 'Custom fields', permission: null },
  { to: 'canned-replies', label: 'Canned replies', permission: null },
  { to: 'saved-views', label: 'Saved views', permission: null },
  { to: 'rules', label: 'Rules', permission: null },
  { to: 'notifications', label: 'Notifications', permission: null },
  { to: 'api-keys', label: 'API keys', permission: 'tenant:admin' },
  { to: 'single-sign-on', label: 'Single sign-on', permission: 'tenant:own' },
  { to: 'audit-log', label: 'Audit log', permission: 'tenant:admin' },
  { to: 'data', label: 'Data', permission: null },
];
