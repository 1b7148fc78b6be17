import { DropdownMenu } from 'radix-ui';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
}

export const Menu = ({ trigger, children, align = 'end', onOpenChange, className }: MenuProps) => (
  <DropdownMenu.Root {...(onOpenChange && { onOpenChange })}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className={classNames(
          'z-50 flex max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-appear flex-col overflow-y-auto rounded-control border border-line bg-raised p-1 shadow-raised outline-none',
          className,
        )}
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);

interface MenuItemProps extends ComponentProps<typeof DropdownMenu.Item> {
  icon?: ReactNode;
  tone?: 'neutral' | 'danger';
}

/** Pass `asChild` and a `<Link>` for an item that goes somewhere; then put the icon inside the link. */
export const MenuItem = ({ icon, tone = 'neutral', className, children, asChild = false, ...props }: MenuItemProps) => (
  <DropdownMenu.Item
    {...props}
    asChild={asChild}
    className={classNames(
      'flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-1 outline-none data-disabled:opacity-55 data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0',
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
  </DropdownMenu.Item>
);

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <DropdownMenu.Label className="px-2.5 py-1.5 text-ink-muted text-xs">{children}</DropdownMenu.Label>
);

export const MenuSeparator = () => <DropdownMenu.Separator className="my-1 h-px bg-line" />;
