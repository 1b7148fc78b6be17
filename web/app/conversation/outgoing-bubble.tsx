import { CircleAlert } from 'lucide-react';
import { Button } from '../ui/button';
import { Spinner } from '../ui/spinner';
import { MessageBubble } from './message-bubble';
import type { OutgoingMessage } from './outbox';

interface OutgoingBubbleProps {
  message: OutgoingMessage;
  contactName: string;
  onRetry: () => void;
  onDiscard: () => void;
}

/** A message on its way, or one that did not get through and waits for a decision. */
export const OutgoingBubble = ({ message, contactName, onRetry, onDiscard }: OutgoingBubbleProps) => (
  <MessageBubble
    isPending
    isContinued={false}
    message={message}
    contactName={contactName}
    footer={
      message.problem === null ? (
        <p className="flex items-center gap-1.5 px-1 text-ink-muted text-xs">
          <Spinner className="size-3" />
          Sending…
        </p>
      ) : (
        <div role="alert" className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1 px-1">
          <p className="flex gap-1.5 text-danger-ink text-xs">
            <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
            {message.problem}
          </p>
          <span className="flex gap-1">
            <Button size="small" onClick={onRetry}>
              Retry
            </Button>
            <Button size="small" variant="quiet" onClick={onDiscard}>
              Discard
            </Button>
          </span>
        </div>
      )
    }
  />
);
