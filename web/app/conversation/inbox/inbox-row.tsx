import { type MouseEvent, memo } from 'react';
import { Link } from 'react-router';
import { ConversationPreview } from '../../conversation-preview/conversation-preview';
import type { InboxRow_ConversationFragment } from '../../generated/graphql';
import { classNames } from '../../ui/class-names';
import { SelectButton } from '../../ui/select-button';
import { StatusBadge } from '../../ui/status-badge';
import { RowMarks, RowTime } from './row-marks';

interface InboxRowProps {
  conversation: InboxRow_ConversationFragment;
  /** Of the conversation, with the list's own `?…`. */
  to: string;
  isOpen: boolean;
  /** It stands in another list by now. */
  isGone: boolean;
  isSelected: boolean;
  onFocus: (id: string) => void;
  /** With Shift, all from the one that was selected before. */
  onSelect: (id: string, isRange: boolean) => void;
}

/** Who, about what, their last words, since when. The whole of it leads to the conversation; its picture selects it. */
export const InboxRow = memo(function InboxRow(props: InboxRowProps) {
  const { conversation, to, isOpen, isGone, isSelected, onFocus, onSelect } = props;
  const { id, contact, subject, status, unreadCount } = conversation;
  const selectInstead = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    onSelect(id, true);
  };
  return (
    <div
      className={classNames(
        'group relative flex h-full items-center gap-3 border-line border-b px-4 transition-colors duration-100 hover:bg-hover',
        (isOpen || isSelected) && 'bg-accent-soft hover:bg-accent-soft',
        isGone && !isOpen && 'opacity-60',
      )}
    >
      <SelectButton name={contact.name} isSelected={isSelected} onSelect={(isRange) => onSelect(id, isRange)} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex items-baseline gap-2">
          <Link
            to={to}
            preventScrollReset
            prefetch="intent"
            data-row={id}
            aria-current={isOpen ? 'true' : undefined}
            onClick={selectInstead}
            onFocus={() => onFocus(id)}
            className={classNames(
              'min-w-0 flex-1 truncate text-ink outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2',
              unreadCount > 0 ? 'font-bold' : 'font-medium',
            )}
          >
            {contact.name}
          </Link>
          <RowTime conversation={conversation} />
        </div>
        <div className="flex h-5 items-center gap-2">
          <p className="min-w-0 flex-1 truncate text-detail text-ink-muted">
            {subject && <span className={unreadCount > 0 ? 'font-semibold text-ink' : 'text-ink'}>{subject} · </span>}
            <ConversationPreview conversation={conversation} />
          </p>
          {isGone ? <StatusBadge status={status} /> : <RowMarks conversation={conversation} />}
        </div>
      </div>
    </div>
  );
});
