import { useState } from 'react';
import { useActions } from '../../actions/provider';
import { lazyPart } from '../../ui/lazy-part';
import { Menu } from '../../ui/menu';
import type { WorkMenuProps } from './assign-menu';

const LabelItems = lazyPart(() => import('../../labels/label-items').then((parts) => parts.LabelItems));

/** Puts a label on, or takes it off. It closes with that: it would lie open under the way back, which takes Escape first. */
export function LabelMenu({ conversations, work, trigger, goesFirst = false }: WorkMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  useActions({ 'conversation.label': () => setIsOpen(true) }, { goesFirst });
  // What all of them have counts as put on.
  const isOn = (id: string) =>
    conversations.length > 0 && conversations.every(({ labels }) => labels.some((label) => label.id === id));
  return (
    <Menu trigger={trigger} isOpen={isOpen} onOpenChange={setIsOpen} className="w-60">
      <LabelItems isOn={isOn} onLabel={work.label} />
    </Menu>
  );
}
