import { firstWordOf, shortNameOfActor } from '../access/actor';
import { useViewer } from '../access/viewer';
import type { ConversationPreview_ConversationFragment } from '../generated/graphql';
import { LocalTime } from '../ui/relative-time';
import { describeSystemLine } from './system-line';

interface ConversationPreviewProps {
  conversation: ConversationPreview_ConversationFragment;
  /** Where the contact is not named beside it. */
  contactName?: string;
}

const moment: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};

/** The last message in a line, and who sent it; of a conversation that was put off, until when. */
export function ConversationPreview({
  conversation: { lastMessage, status, snoozedUntil },
  contactName,
}: ConversationPreviewProps) {
  const viewerId = useViewer()?.id;
  if (!lastMessage) return 'No message yet';
  const { senderType, content, author } = lastMessage;
  if (senderType === 'SYSTEM') {
    if (status !== 'SNOOZED' || !snoozedUntil) return describeSystemLine(content, author, viewerId);
    return (
      <>
        Until <LocalTime at={snoozedUntil} format={moment} />
      </>
    );
  }
  const sender = senderType === 'USER' ? shortNameOfActor(author, viewerId) : contactName && firstWordOf(contactName);
  return sender === undefined ? content : `${sender}: ${content}`;
}
