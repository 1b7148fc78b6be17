import type { ContactRow_ContactFragment, ConversationStatus } from '../../generated/graphql';
import { StatusBadge, statusLooks } from '../../ui/status-badge';

/** In the order of how much they ask for attention. */
export const statusOptions: readonly { value: ConversationStatus; label: string }[] = (
  ['ACTIVE', 'SNOOZED', 'CLOSED'] as const
).map((value) => ({ value, label: statusLooks[value].label }));

/** The status that asks most for attention among the contact's latest conversations; nothing where there is none. */
export function ContactStatus({ contact }: { contact: ContactRow_ContactFragment }) {
  const known = new Set(contact.recentConversations.nodes.map(({ status }) => status));
  const option = statusOptions.find(({ value }) => known.has(value));
  return option ? <StatusBadge status={option.value} /> : null;
}
