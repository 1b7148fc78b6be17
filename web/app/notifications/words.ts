import type { NotificationKind, NotificationRow_NotificationFragment } from '../generated/graphql';

/** What has happened, behind the name of who did it. */
export const kindWords: Record<NotificationKind, string> = {
  ASSIGNED: 'gave you a conversation',
  MENTIONED: 'mentioned you in a note',
  REPLIED: 'answered you',
  UNASSIGNED: 'wrote, and nobody has the conversation',
};

/** Who it is about: a colleague, or the contact whose words came. */
export function whoOf({
  kind,
  actor,
  conversation,
}: Pick<NotificationRow_NotificationFragment, 'kind' | 'actor' | 'conversation'>): string {
  if (kind === 'REPLIED' || kind === 'UNASSIGNED') return conversation.contact.name;
  return actor?.name ?? 'The operator';
}
