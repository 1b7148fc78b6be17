import { CalendarClock, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { nameOfActor } from '../../access/actor';
import { useMay } from '../../access/permissions';
import { useViewer } from '../../access/viewer';
import type { SchedulingFailure } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { LocalTime } from '../../ui/relative-time';
import { LinkedText } from '../linked-text';
import { ChangeForm } from './change-form';
import { type ScheduledMessage, useScheduling } from './use-scheduling';

interface ScheduledMessagesProps {
  conversationId: string;
  messages: readonly ScheduledMessage[];
  /** Of the last message in sight. */
  lastNumber: number;
}

/** At the thread's end: what goes out later, and what did not. */
export const ScheduledMessages = ({ messages, ...thread }: ScheduledMessagesProps) => (
  <ul aria-label="To be sent later" className="flex flex-col gap-3">
    {messages.map((message) => (
      <li key={message.id} className="flex flex-col">
        <ScheduledRow message={message} {...thread} />
      </li>
    ))}
  </ul>
);

interface ScheduledRowProps extends Omit<ScheduledMessagesProps, 'messages'> {
  message: ScheduledMessage;
}

function ScheduledRow({ message, conversationId, lastNumber }: ScheduledRowProps) {
  const [isEditing, setIsEditing] = useState(false);
  const mayWrite = useMay('conversations:write');
  const { callOff, change, sendNow, isBusy } = useScheduling(conversationId, lastNumber);
  return (
    <div className="flex w-full max-w-[min(88%,40rem)] flex-col items-end gap-1 self-end">
      <Heading message={message} />
      {isEditing ? (
        <ChangeForm
          message={message}
          isBusy={isBusy}
          onCancel={() => setIsEditing(false)}
          onChange={(input) => void change(input).then((isDone) => isDone && setIsEditing(false))}
        />
      ) : (
        <p
          dir="auto"
          className="min-w-0 max-w-full whitespace-pre-wrap break-words rounded-card border border-control border-dashed bg-surface px-3.5 py-2 text-ink text-reading leading-reading [overflow-wrap:anywhere]"
        >
          <LinkedText text={message.content} />
        </p>
      )}
      {message.failure && <p className="px-1 text-right text-ink-muted text-xs">{wayOut[message.failure]}</p>}
      {mayWrite && !isEditing && (
        <div className="flex flex-wrap justify-end gap-1">
          <Button size="small" variant="quiet" className="max-md:min-h-10" onClick={() => setIsEditing(true)}>
            Change
          </Button>
          <Button
            size="small"
            variant="quiet"
            className="max-md:min-h-10"
            isBusy={isBusy}
            onClick={() => void sendNow(message)}
          >
            Send now
          </Button>
          <Button size="small" variant="quiet" className="max-md:min-h-10" onClick={() => void callOff(message)}>
            Call off
          </Button>
        </div>
      )}
    </div>
  );
}

const moment: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};

/** Who has it sent, and when. */
function Heading({ message: { author, sendAt, failure } }: { message: ScheduledMessage }) {
  const viewerId = useViewer()?.id;
  const Icon = failure ? TriangleAlert : CalendarClock;
  return (
    <p className="flex flex-wrap items-center justify-end gap-x-1.5 px-1 text-ink-muted text-xs">
      <Icon aria-hidden="true" className={failure ? 'size-3.5 text-danger-ink' : 'size-3.5'} />
      <span className="font-medium text-ink [overflow-wrap:anywhere]">{nameOfActor(author, viewerId)}</span>
      <span className={failure ? 'text-danger-ink' : undefined}>{failure ? reasons[failure] : 'to be sent'}</span>
      <LocalTime at={sendAt} format={moment} />
    </p>
  );
}

const reasons: Record<SchedulingFailure, string> = {
  ANSWERED: 'not sent, as somebody else had written by',
  AUTHOR_GONE: 'not sent, as they were not allowed to write here by',
  MISSED: 'not sent, as the contact was deleted on',
};

const wayOut: Record<SchedulingFailure, string> = {
  ANSWERED: 'Read what was written. Then send it as it is, change it, or call it off.',
  AUTHOR_GONE: 'Whoever sends or changes it is its author then.',
  MISSED: 'The contact is back: send it now, change it, or call it off.',
};
