import { Plus, Tag, UserRoundPlus } from 'lucide-react';
import { useMay } from '../../access/permissions';
import { useViewer } from '../../access/viewer';
import { actionOf } from '../../actions/registry';
import type { Work_ConversationFragment } from '../../generated/graphql';
import { LabelChip } from '../../labels/label-chip';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { AssignMenu } from './assign-menu';
import { LabelMenu } from './label-menu';
import { PriorityMark } from './priority-mark';
import { PriorityMenu } from './priority-menu';
import { priorityWords, type Work } from './use-work';

/** Whose a conversation is, how much it matters, and what it is sorted by; each is changed where it stands. */
export function WorkBar({ conversation, work }: { conversation: Work_ConversationFragment; work: Work }) {
  const { assignee, priority, labels } = conversation;
  const viewerId = useViewer()?.id;
  const mayWrite = useMay('conversations:write');
  const conversations = [conversation];
  const person = (
    <>
      {assignee ? <Avatar name={assignee.name} size="small" className="-ml-1" /> : <UserRoundPlus aria-hidden="true" />}
      <span className="sr-only">Assigned to:</span>
      <span className="max-w-36 truncate">{nameOf(assignee, viewerId)}</span>
    </>
  );
  const importance = (
    <>
      <PriorityMark priority={priority} />
      <span className="sr-only">Priority:</span>
      <span className={priority === 'NONE' ? 'sr-only' : undefined}>{priorityWords[priority]}</span>
    </>
  );
  const chips = labels.map((label) => <LabelChip key={label.id} label={label} />);
  const look =
    'flex min-h-10 flex-wrap items-center gap-x-1 gap-y-1 border-line border-b bg-surface px-2 py-1 text-detail max-md:min-h-12';
  if (!mayWrite) {
    return (
      <div className={`${look} gap-x-3 px-4 text-ink-muted [&_svg]:size-4`}>
        <span className="flex items-center gap-1.5">{person}</span>
        <span className="flex items-center gap-1.5">{importance}</span>
        {chips}
      </div>
    );
  }
  return (
    <div className={look}>
      <AssignMenu conversations={conversations} work={work} trigger={<WorkButton>{person}</WorkButton>} />
      <PriorityMenu conversations={conversations} work={work} trigger={<WorkButton>{importance}</WorkButton>} />
      <LabelMenu
        conversations={conversations}
        work={work}
        trigger={
          <WorkButton>
            {labels.length === 0 ? <Tag aria-hidden="true" /> : chips}
            <span className="sr-only">{actionOf('conversation.label').words}</span>
            {labels.length > 0 && <Plus aria-hidden="true" />}
          </WorkButton>
        }
      />
    </div>
  );
}

const WorkButton = (props: React.ComponentProps<typeof Button>) => (
  <Button {...props} size="small" variant="quiet" className="min-w-0 shrink max-md:min-h-10" />
);

function nameOf(assignee: Work_ConversationFragment['assignee'], viewerId: string | undefined): string {
  if (!assignee) return 'Nobody';
  return assignee.id === viewerId ? 'You' : assignee.name;
}
