import { CircleAlert, Clock } from 'lucide-react';
import { Spinner } from '../ui/spinner';
import type { OutgoingMessage } from './outgoing-message';

/** Where an outgoing message stands, in words and by a sign of its own; said aloud when it changes. */
export function SendingState({ message, isSending }: { message: OutgoingMessage; isSending: boolean }) {
  const { problem, failures, heldUntil } = message;
  return (
    <p role="status" className="flex gap-1.5 text-xs">
      {problem !== null ? (
        <span className="flex gap-1.5 text-danger-ink">
          <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
          Not sent: {problem}
        </span>
      ) : isSending && failures === 0 ? (
        <span className="flex items-center gap-1.5 text-ink-muted">
          <Spinner className="size-3" />
          Sending…
        </span>
      ) : (
        <span className="flex gap-1.5 text-ink-muted">
          <Clock aria-hidden="true" className="mt-px size-3.5 shrink-0" />
          {heldUntil > message.failedAt ? 'Waiting to be sent: the service is busy' : 'Waiting to be sent'}
        </span>
      )}
    </p>
  );
}
