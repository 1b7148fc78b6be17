import type { Permission } from '../permissions';

/** What a program may be allowed, in words. */
export const scopes: readonly { value: Permission; text: string }[] = [
  { value: 'contacts:read', text: 'See contacts, search them, and hear of their changes' },
  { value: 'contacts:write', text: 'Create, change and delete contacts' },
  { value: 'conversations:read', text: 'See conversations and messages, and hear of new ones' },
  { value: 'conversations:write', text: 'Start conversations, send messages, close and snooze' },
  { value: 'tenant:admin', text: 'Members, invitations, API keys and the audit log' },
];

export const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'never', label: 'No end' },
] as const;

export type Lifetime = (typeof lifetimes)[number]['value'];

const dayMs = 86_400_000;

/** Null for a key without an end. */
export const expiryOf = (lifetime: Lifetime, now: Date): string | null =>
  lifetime === 'never' ? null : new Date(now.getTime() + Number(lifetime) * dayMs).toISOString();
