import { useViewer } from '../access/viewer';
import type { OutgoingMessage } from '../outbox/outgoing-message';
import { SendingState } from '../outbox/sending-state';
import { Button } from '../ui/button';
import { MessageBubble } from './message-bubble';
import { NoteBubble } from './note-bubble';

interface OutgoingBubbleProps {
  message: OutgoingMessage;
  contactName: string;
  isSending: boolean;
  onRetry: () => void;
  onDiscard: () => void;
}

/** A message on its way, one that waits for the line, or one that was refused and waits for a decision. */
export const OutgoingBubble = ({ message, contactName, isSending, onRetry, onDiscard }: OutgoingBubbleProps) => {
  const viewer = useViewer();
  const author = viewer ? { __typename: 'Account' as const, ...viewer } : null;
  const footer = (
    <div className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1 px-1">
      <SendingState message={message} isSending={isSending} />
      {(message.failures > 0 || message.problem !== null) && (
        <span className="flex gap-1">
          <Button size="small" onClick={onRetry}>
            Retry
          </Button>
          <Button size="small" variant="quiet" onClick={onDiscard}>
            Discard
          </Button>
        </span>
      )}
    </div>
  );
  if (message.isNote) return <NoteBubble isPending note={{ ...message, author, mentions: [] }} footer={footer} />;
  return (
    <MessageBubble
      isPending
      isContinued={false}
      message={{ ...message, author }}
      contactName={contactName}
      footer={footer}
    />
  );
};
