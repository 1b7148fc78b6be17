import { UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SenderType, ThreadMessage_MessageFragment } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { classNames } from '../ui/class-names';
import { LocalTime } from '../ui/relative-time';
import { LinkedText } from './linked-text';

export const timeOfDay: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

interface BubbleProps {
  message: Pick<ThreadMessage_MessageFragment, 'senderType' | 'content' | 'createdAt'>;
  contactName: string;
  /** The message before it is the same sender's: name and time are not repeated in sight. */
  isContinued: boolean;
  /** Under the text: the state of one that is not sent yet. */
  footer?: ReactNode;
  isPending?: boolean;
}

/** Whose message it is shows in its side, its mark and its name, not in its colour alone. */
export function MessageBubble({ message, contactName, isContinued, footer, isPending = false }: BubbleProps) {
  const { senderType, content, createdAt } = message;
  const isOurs = senderType === 'USER';
  return (
    <div
      className={classNames('flex max-w-[min(88%,40rem)] gap-2.5', isOurs ? 'flex-row-reverse self-end' : 'self-start')}
    >
      <div className="w-8 shrink-0 max-sm:hidden">
        {!isContinued && <SenderMark senderType={senderType} name={contactName} />}
      </div>
      <div className={classNames('flex min-w-0 flex-col gap-1', isOurs ? 'items-end' : 'items-start')}>
        <p className={classNames('flex items-baseline gap-2 px-1 text-xs', isContinued && 'sr-only')}>
          <span className="font-medium text-ink">{isOurs ? 'You' : contactName}</span>
          <LocalTime at={createdAt} format={timeOfDay} className="text-ink-muted" />
        </p>
        <p
          dir="auto"
          className={classNames(
            'min-w-0 max-w-full whitespace-pre-wrap break-words rounded-card px-3.5 py-2 text-reading text-ink leading-reading [overflow-wrap:anywhere]',
            isOurs ? 'bg-accent-soft' : 'border border-line bg-surface',
            !isContinued && (isOurs ? 'rounded-tr-sm' : 'rounded-tl-sm'),
            isPending && 'border border-control border-dashed bg-surface',
          )}
        >
          <LinkedText text={content} />
        </p>
        {footer}
      </div>
    </div>
  );
}

const SenderMark = ({ senderType, name }: { senderType: SenderType; name: string }) =>
  senderType === 'USER' ? (
    <span aria-hidden="true" className="flex size-8 items-center justify-center rounded-full bg-accent text-on-accent">
      <UserRound className="size-4" />
    </span>
  ) : (
    <Avatar name={name} />
  );

/** What the system says about the thread: a quiet line in its middle. */
export const SystemLine = ({ message }: { message: Pick<ThreadMessage_MessageFragment, 'content' | 'createdAt'> }) => (
  <p className="self-center px-6 text-center text-ink-muted text-xs [overflow-wrap:anywhere]">
    {message.content} · <LocalTime at={message.createdAt} format={timeOfDay} />
  </p>
);
