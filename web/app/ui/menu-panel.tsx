import { Menu } from 'radix-ui/internal';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import { classNames } from './class-names';

interface MenuPanelProps {
  anchor: RefObject<HTMLElement | null>;
  /** The id of the button. */
  labelledBy: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  align: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
}

/** Radix's DropdownMenu without its button, which is in the page before this is loaded. */
export const MenuPanel = ({ anchor, labelledBy, isOpen, onOpenChange, align, className, children }: MenuPanelProps) => (
  <Menu.Root open={isOpen} onOpenChange={onOpenChange}>
    <Menu.Anchor virtualRef={anchor} />
    <Menu.Portal>
      <Menu.Content
        aria-labelledby={labelledBy}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={(event) => {
          anchor.current?.focus();
          event.preventDefault();
        }}
        className={classNames(
          'z-50 flex max-h-(--radix-popper-available-height) min-w-44 animate-appear flex-col overflow-y-auto rounded-control border border-line bg-raised p-1 shadow-raised outline-none',
          className,
        )}
      >
        {children}
      </Menu.Content>
    </Menu.Portal>
  </Menu.Root>
);

interface MenuItemProps extends ComponentProps<typeof Menu.Item> {
  icon?: ReactNode;
  tone?: 'neutral' | 'danger';
}

export const MenuItem = ({ icon, tone = 'neutral', className, children, asChild = false, ...props }: MenuItemProps) => (
  <Menu.Item
    {...props}
    asChild={asChild}
    className={classNames(
      'flex min-h-8 max-md:min-h-10 cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-1 outline-none data-disabled:opacity-55 data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0',
      tone === 'danger' ? 'text-danger-ink' : 'text-ink [&_svg]:text-ink-muted',
      className,
    )}
  >
    {asChild ? (
      children
    ) : (
      <>
        {icon}
        {children}
      </>
    )}
  </Menu.Item>
);

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Menu.Label className="px-2.5 py-1.5 text-ink-muted text-xs">{children}</Menu.Label>
);

export const MenuSeparator = () => <Menu.Separator className="my-1 h-px bg-line" />;
