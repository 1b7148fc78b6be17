import { Clock } from 'lucide-react';
import type { InboxRow_ConversationFragment } from '../../generated/graphql';
import { LabelChip } from '../../labels/label-chip';
import { Avatar } from '../../ui/avatar';
import { formatCount } from '../../ui/format';
import { RelativeTime } from '../../ui/relative-time';
import { lastActivityOf } from '../choose-conversation';
import { PriorityMark } from '../work/priority-mark';
import { priorityWords } from '../work/use-work';

type Row = InboxRow_ConversationFragment;

/** Since when it waits for an answer, else when anything last happened. */
export const RowTime = ({ conversation }: { conversation: Row }) =>
  conversation.waitingSince ? (
    <span className="flex shrink-0 items-center gap-1 text-warning-ink text-xs">
      <Clock aria-hidden="true" className="size-3.5" />
      <span className="sr-only">waiting since</span>
      <RelativeTime at={conversation.waitingSince} />
    </span>
  ) : (
    <RelativeTime at={lastActivityOf(conversation)} className="shrink-0 text-ink-muted text-xs" />
  );

/** How much it matters, what it is sorted by, how much of it is new, and whose it is. */
export function RowMarks({ conversation: { priority, labels, unreadCount, assignee } }: { conversation: Row }) {
  const [first, ...others] = labels;
  return (
    <span className="flex min-w-0 max-w-[55%] shrink-0 items-center gap-1.5">
      {priority !== 'NONE' && (
        <span className="text-ink-muted" title={`Priority: ${priorityWords[priority]}`}>
          <PriorityMark priority={priority} />
          <span className="sr-only">Priority: {priorityWords[priority]}</span>
        </span>
      )}
      {first && <LabelChip label={first} className="max-w-24" />}
      {others.length > 0 && (
        <span className="text-ink-muted text-xs" title={others.map(({ name }) => name).join(', ')}>
          +{others.length}
          <span className="sr-only"> labels: {others.map(({ name }) => name).join(', ')}</span>
        </span>
      )}
      {unreadCount > 0 && (
        <span className="flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 font-semibold text-on-accent text-xs tabular-nums">
          {formatCount(unreadCount)}
          <span className="sr-only"> unread</span>
        </span>
      )}
      {assignee && (
        <span title={`Assigned to ${assignee.name}`} className="flex">
          <Avatar name={assignee.name} size="small" className="size-5 text-[0.5625rem]" />
          <span className="sr-only">Assigned to {assignee.name}</span>
        </span>
      )}
    </span>
  );
}
