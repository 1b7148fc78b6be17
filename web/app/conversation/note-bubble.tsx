import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { isProgram, nameOfActor } from '../access/actor';
import { useViewer } from '../access/viewer';
import type { ThreadMessage_MessageFragment } from '../generated/graphql';
import { Badge } from '../ui/badge';
import { classNames } from '../ui/class-names';
import { LocalTime } from '../ui/relative-time';
import { NoteText } from './linked-text';
import { timeOfDay } from './message-bubble';

interface NoteBubbleProps {
  note: Pick<ThreadMessage_MessageFragment, 'content' | 'createdAt' | 'author' | 'mentions'>;
  /** Under the text: the state of one that is not stored yet. */
  footer?: ReactNode;
  isPending?: boolean;
}

/** What colleagues alone see: told apart from what the contact gets by a word, a lock, a border and its place, not by its colour alone. */
export function NoteBubble({ note, footer, isPending = false }: NoteBubbleProps) {
  const { content, createdAt, author, mentions } = note;
  const viewerId = useViewer()?.id;
  return (
    <div className="flex w-full max-w-[40rem] flex-col gap-1 self-center">
      <div
        className={classNames(
          'flex min-w-0 flex-col gap-1 rounded-card border border-warning-ink border-l-4 bg-warning-soft px-3.5 py-2 text-ink',
          isPending && 'border-dashed',
        )}
      >
        <p className="flex flex-wrap items-center gap-x-2 text-xs">
          <span className="flex items-center gap-1 font-semibold text-warning-ink">
            <LockKeyhole aria-hidden="true" className="size-3.5" />
            Note
          </span>
          <span className="font-medium [overflow-wrap:anywhere]">{nameOfActor(author, viewerId)}</span>
          {isProgram(author) && <Badge>Program</Badge>}
          <LocalTime at={createdAt} format={timeOfDay} className="text-ink-muted" />
        </p>
        <p dir="auto" className="whitespace-pre-wrap break-words text-reading leading-reading [overflow-wrap:anywhere]">
          <NoteText text={content} mentions={mentions} viewerId={viewerId} />
        </p>
      </div>
      {footer}
    </div>
  );
}
