import { CloudOff } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../ui/button';
import { Popover } from '../ui/popover';
import type { OutgoingMessage } from './outgoing-message';
import { useOutbox } from './provider';
import { SendingState } from './sending-state';
import { useDiscard } from './use-discard';

/** How many were not sent, and when that is pressed, which. */
export function WaitingList({ messages, path }: { messages: readonly OutgoingMessage[]; path: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label="Messages that are not sent"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      className="w-80"
      trigger={
        <Button
          size="small"
          icon={<CloudOff aria-hidden="true" />}
          className="border-dashed md:w-full md:justify-start"
        >
          {messages.length} not sent
        </Button>
      }
    >
      <ul className="-m-3 flex max-h-96 flex-col divide-y divide-line overflow-y-auto">
        {messages.map((message) => (
          <WaitingMessage key={message.key} message={message} path={path} onOpen={() => setIsOpen(false)} />
        ))}
      </ul>
    </Popover>
  );
}

interface WaitingMessageProps {
  message: OutgoingMessage;
  path: string;
  onOpen: () => void;
}

function WaitingMessage({ message, path, onOpen }: WaitingMessageProps) {
  const { place, conversationId, content } = message;
  const { outbox, sendNow } = useOutbox();
  const discard = useDiscard();
  return (
    <li className="flex flex-col gap-2 p-3">
      <Link
        to={`${path}/contacts/${place.contactId}?conversation=${conversationId}`}
        onClick={onOpen}
        className="flex min-w-0 flex-col rounded-sm hover:underline"
      >
        <span className="truncate font-medium text-ink">
          {message.isNote && 'Note about '}
          {place.contactName}
          {place.subject !== null && ` · ${place.subject}`}
        </span>
        <span className="line-clamp-3 text-ink-muted [overflow-wrap:anywhere]">{content}</span>
      </Link>
      <SendingState message={message} isSending={outbox.sending === message.key} />
      <div className="flex gap-1">
        <Button
          size="small"
          aria-label={`Retry now: ${content.slice(0, 40)}`}
          onClick={() => (message.problem === null ? sendNow() : outbox.retry(message))}
        >
          Retry now
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={`Discard: ${content.slice(0, 40)}`}
          onClick={() => discard(message)}
        >
          Discard
        </Button>
      </div>
    </li>
  );
}
