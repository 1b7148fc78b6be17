import { type ReactElement, useState } from 'react';
import { useViewer } from '../../access/viewer';
import { useActions } from '../../actions/provider';
import type { Work_ConversationFragment } from '../../generated/graphql';
import { lazyPart } from '../../ui/lazy-part';
import { Menu } from '../../ui/menu';
import type { Work } from './use-work';

const AssignItems = lazyPart(() => import('./assign-items').then((parts) => parts.AssignItems));

export interface WorkMenuProps {
  conversations: readonly Work_ConversationFragment[];
  work: Work;
  /** The button that opens it. */
  trigger: ReactElement<object>;
  /** Its key is about these conversations, whatever else is open. */
  goesFirst?: boolean;
}

/** Who is to answer. */
export function AssignMenu({ conversations, work, trigger, goesFirst = false }: WorkMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const viewer = useViewer();
  useActions(
    {
      'conversation.assign': () => setIsOpen(true),
      'conversation.assignToMe':
        viewer && (() => work.assign({ __typename: 'Account', id: viewer.id, name: viewer.name })),
    },
    { goesFirst },
  );
  return (
    <Menu trigger={trigger} isOpen={isOpen} onOpenChange={setIsOpen} className="w-60">
      <AssignItems conversations={conversations} onAssign={work.assign} />
    </Menu>
  );
}
