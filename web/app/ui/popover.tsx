import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';

interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement;
  /** What it is about, for screen readers. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
}

/** A small panel beside its button, for controls that need not be in sight all the time. */
export const Popover = ({
  trigger,
  label,
  children,
  align = 'start',
  isOpen,
  onOpenChange,
  className,
}: PopoverProps) => (
  <Radix.Root {...(isOpen !== undefined && { open: isOpen })} {...(onOpenChange && { onOpenChange })}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        aria-label={label}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className={classNames(
          'z-50 w-72 animate-appear rounded-control border border-line bg-raised p-3 shadow-raised outline-none',
          className,
        )}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
