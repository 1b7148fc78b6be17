import type { ReactNode } from 'react';
import { isProgram, nameOfActor } from '../access/actor';
import { useViewer } from '../access/viewer';
import { describeSystemLine } from '../conversation-preview/system-line';
import type { ThreadMessage_MessageFragment } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { classNames } from '../ui/class-names';
import { LocalTime } from '../ui/relative-time';
import { AuthorMark } from './author-mark';
import { LinkedText } from './linked-text';
import { LongText } from './long-text';

export const timeOfDay: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

interface BubbleProps {
  message: Pick<ThreadMessage_MessageFragment, 'senderType' | 'content' | 'createdAt' | 'author'>;
  contactName: string;
  /** The message before it is the same sender's: name and time are not repeated in sight. */
  isContinued: boolean;
  /** Under the text: the state of one that is not sent yet. */
  footer?: ReactNode;
  isPending?: boolean;
}

/** Whose message it is shows in its side, its mark and its name, not in its colour alone. */
export function MessageBubble({ message, contactName, isContinued, footer, isPending = false }: BubbleProps) {
  const { senderType, content, createdAt, author } = message;
  const viewerId = useViewer()?.id;
  const isOurs = senderType === 'USER';
  const isOwn = isOurs && author !== null && author.id === viewerId;
  return (
    <div
      className={classNames('flex max-w-[min(88%,40rem)] gap-2.5', isOurs ? 'flex-row-reverse self-end' : 'self-start')}
    >
      <div className="w-8 shrink-0 max-sm:hidden">
        {!isContinued && (isOurs ? <AuthorMark author={author} isOwn={isOwn} /> : <Avatar name={contactName} />)}
      </div>
      <div className={classNames('flex min-w-0 flex-col gap-1', isOurs ? 'items-end' : 'items-start')}>
        <p className={classNames('flex flex-wrap items-baseline gap-x-2 px-1 text-xs', isContinued && 'sr-only')}>
          <span className="font-medium text-ink [overflow-wrap:anywhere]">
            {isOurs ? nameOfActor(author, viewerId) : contactName}
          </span>
          {isOurs && isProgram(author) && <Badge>Program</Badge>}
          {!isOurs && author && (
            <span className="text-ink-muted">logged by {loggerOf(nameOfActor(author, viewerId))}</span>
          )}
          <LocalTime at={createdAt} format={timeOfDay} className="text-ink-muted" />
        </p>
        <div
          dir="auto"
          className={classNames(
            'min-w-0 max-w-full whitespace-pre-wrap break-words rounded-card px-3.5 py-2 text-reading text-ink leading-reading [overflow-wrap:anywhere]',
            lookOf(isOurs, isOwn),
            !isContinued && (isOurs ? 'rounded-tr-sm' : 'rounded-tl-sm'),
            isPending && 'border border-control border-dashed bg-surface',
          )}
        >
          <LongText text={content}>
            <LinkedText text={content} />
          </LongText>
        </div>
        {footer}
      </div>
    </div>
  );
}

const lookOf = (isOurs: boolean, isOwn: boolean): string => {
  if (!isOurs) return 'border border-line bg-surface';
  return isOwn ? 'bg-accent-soft' : 'bg-sunken';
};

const loggerOf = (name: string): string => (name === 'You' ? 'you' : name);

interface SystemLineProps {
  message: Pick<ThreadMessage_MessageFragment, 'content' | 'createdAt' | 'author'>;
}

/** What happened to the thread, and who did it: a quiet line in its middle. */
export const SystemLine = ({ message: { content, createdAt, author } }: SystemLineProps) => (
  <p className="self-center px-6 text-center text-ink-muted text-xs [overflow-wrap:anywhere]">
    {describeSystemLine(content, author, useViewer()?.id)} · <LocalTime at={createdAt} format={timeOfDay} />
  </p>
);
