import { Popover } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { classNames } from './class-names';

interface PopoverPanelProps {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  align: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
}

/** Radix's Popover without its button, which is in the page before this is loaded. */
export const PopoverPanel = ({
  anchor,
  label,
  isOpen,
  onOpenChange,
  align,
  className,
  children,
}: PopoverPanelProps) => (
  <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
    <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
    <Popover.Portal>
      <Popover.Content
        aria-label={label}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        // A click on the button closes it, which would open it again.
        onInteractOutside={(event) => anchor.current?.contains(event.target as Node) && event.preventDefault()}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (!document.activeElement || document.activeElement === document.body) anchor.current?.focus();
        }}
        className={classNames(
          'z-50 w-72 animate-appear rounded-control border border-line bg-raised p-3 shadow-raised outline-none',
          className,
        )}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  </Popover.Root>
);
