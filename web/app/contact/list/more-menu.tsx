import { Ellipsis } from 'lucide-react';
import { IconButton } from '../../ui/icon-button';
import { lazyPart } from '../../ui/lazy-part';
import { Menu } from '../../ui/menu';
import type { MoreItemsProps } from './more-items';

const MoreItems = lazyPart(() => import('./more-items').then((parts) => parts.MoreItems));

/** What is done with contacts as a whole, and seldom. */
export const MoreMenu = (props: MoreItemsProps) => (
  <Menu
    className="w-60"
    trigger={
      <IconButton
        label="More"
        icon={<Ellipsis aria-hidden="true" />}
        className="border border-line-strong bg-surface shadow-card"
      />
    }
  >
    <MoreItems {...props} />
  </Menu>
);
