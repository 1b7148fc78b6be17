import { Flag, Tag, UserRoundPlus, X } from 'lucide-react';
import { useActions } from '../../actions/provider';
import { actionOf } from '../../actions/registry';
import type { InboxRow_ConversationFragment } from '../../generated/graphql';
import { formatCount } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { StatusMenu } from '../status-menu';
import { useMarkUnread } from '../use-mark-unread';
import { AssignMenu } from '../work/assign-menu';
import { LabelMenu } from '../work/label-menu';
import { PriorityMenu } from '../work/priority-menu';
import { useWork } from '../work/use-work';

interface SelectionBarProps {
  conversations: readonly InboxRow_ConversationFragment[];
  onClear: () => void;
}

/** What can be done with all that are selected; their keys are about them as long as there are any. */
export function SelectionBar({ conversations, onClear }: SelectionBarProps) {
  const work = useWork(conversations);
  const markUnread = useMarkUnread();
  const ids = conversations.map(({ id }) => id);
  useActions(
    { 'rows.clear': onClear, 'conversation.unread': () => void markUnread(ids).then(onClear) },
    { goesFirst: true },
  );
  const menu = { conversations, work, goesFirst: true };
  return (
    <div
      role="toolbar"
      aria-label="Selected conversations"
      className="flex min-h-14 shrink-0 items-center gap-0.5 border-line border-t bg-raised px-2 py-2 shadow-raised"
    >
      <span role="status" className="flex-1 truncate pl-2 font-medium text-ink tabular-nums">
        {work.progress
          ? `${formatCount(work.progress.done)} of ${formatCount(work.progress.count)} done`
          : `${formatCount(conversations.length)} selected`}
      </span>
      <AssignMenu
        {...menu}
        trigger={<IconButton label={words('assign')} icon={<UserRoundPlus aria-hidden="true" />} />}
      />
      <LabelMenu {...menu} trigger={<IconButton label={words('label')} icon={<Tag aria-hidden="true" />} />} />
      <PriorityMenu {...menu} trigger={<IconButton label={words('priority')} icon={<Flag aria-hidden="true" />} />} />
      <StatusMenu {...menu} />
      <IconButton label={actionOf('rows.clear').words} icon={<X aria-hidden="true" />} onClick={onClear} />
    </div>
  );
}

const words = (name: 'assign' | 'label' | 'priority'): string =>
  actionOf(`conversation.${name}`).words.replace('…', '');
