import type { ConversationPreview_ConversationFragment } from '../generated/graphql';
import { LocalTime } from '../ui/relative-time';

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
  if (!lastMessage) return 'No message yet';
  const { senderType, content } = lastMessage;
  if (senderType === 'SYSTEM') {
    if (status !== 'SNOOZED' || !snoozedUntil) return content;
    return (
      <>
        Until <LocalTime at={snoozedUntil} format={moment} />
      </>
    );
  }
  const sender = senderType === 'USER' ? 'You' : contactName?.split(' ')[0];
  return sender === undefined ? content : `${sender}: ${content}`;
}
