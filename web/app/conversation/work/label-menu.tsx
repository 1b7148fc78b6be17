import { useState } from 'react';
import { useActions } from '../../actions/provider';
import { lazyPart } from '../../ui/lazy-part';
import { Menu } from '../../ui/menu';
import type { WorkMenuProps } from './assign-menu';

const LabelItems = lazyPart(() => import('./label-items').then((parts) => parts.LabelItems));

/** Puts a label on, or takes it off. It closes with that: it would lie open under the way back, which takes Escape first. */
export function LabelMenu({ conversations, work, trigger, goesFirst = false }: WorkMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  useActions({ 'conversation.label': () => setIsOpen(true) }, { goesFirst });
  return (
    <Menu trigger={trigger} isOpen={isOpen} onOpenChange={setIsOpen} className="w-60">
      <LabelItems conversations={conversations} onLabel={work.label} />
    </Menu>
  );
}
