import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/icon-button';
import { lazyPart } from '../../ui/lazy-part';
import { OnceOpen } from '../../ui/once-open';
import { Popover } from '../../ui/popover';
import type { ColumnsPanelProps } from './columns-panel';

const ColumnsPanel = lazyPart(() => import('./columns-panel').then((parts) => parts.ColumnsPanel));

/** Opens the choice of what the list shows of each contact. */
export function ColumnsMenu(props: ColumnsPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label="Columns"
      align="end"
      className="flex w-72 flex-col gap-1 p-1.5"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={<IconButton label="Columns" icon={<Columns3 aria-hidden="true" />} />}
    >
      <OnceOpen isOpen={isOpen}>
        <ColumnsPanel {...props} />
      </OnceOpen>
    </Popover>
  );
}
