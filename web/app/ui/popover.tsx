import { cloneElement, type ReactElement, type ReactNode, Suspense } from 'react';
import { lazyPart } from './lazy-part';
import { usePanel } from './use-panel';

interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement<object>;
  /** What it is about, for screen readers. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
}

const PopoverPanel = lazyPart(() => import('./popover-panel').then((parts) => parts.PopoverPanel));

/** A small panel beside its button, for controls that need not be in sight all the time. */
export function Popover({ trigger, label, children, align = 'start', className, ...state }: PopoverProps) {
  const { anchor, isOpen, change, button, isLoaded } = usePanel(state);
  return (
    <>
      {cloneElement(trigger, { ...button, 'aria-haspopup': 'dialog', onClick: () => change(!isOpen) } as object)}
      {isLoaded && (
        <Suspense fallback={null}>
          <PopoverPanel
            anchor={anchor}
            label={label}
            isOpen={isOpen}
            onOpenChange={change}
            align={align}
            {...(className !== undefined && { className })}
          >
            {children}
          </PopoverPanel>
        </Suspense>
      )}
    </>
  );
}
