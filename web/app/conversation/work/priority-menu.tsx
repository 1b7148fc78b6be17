import { Check } from 'lucide-react';
import { useState } from 'react';
import { useActions } from '../../actions/provider';
import type { Priority } from '../../generated/graphql';
import { Menu, MenuItem } from '../../ui/menu';
import type { WorkMenuProps } from './assign-menu';
import { PriorityMark } from './priority-mark';
import { priorityWords } from './use-work';

/** How much they matter. */
export function PriorityMenu({ conversations, work, trigger, goesFirst = false }: WorkMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  useActions({ 'conversation.priority': () => setIsOpen(true) }, { goesFirst });
  return (
    <Menu trigger={trigger} isOpen={isOpen} onOpenChange={setIsOpen}>
      {(Object.keys(priorityWords) as Priority[]).map((priority) => (
        <MenuItem key={priority} icon={<PriorityMark priority={priority} />} onSelect={() => work.prioritise(priority)}>
          <span className="flex-1">{priorityWords[priority]}</span>
          {conversations.every((conversation) => conversation.priority === priority) && <Check aria-label="chosen" />}
        </MenuItem>
      ))}
    </Menu>
  );
}
