import { Dialog } from 'radix-ui';
import { type RefObject, useRef } from 'react';
import { overlayLook } from '../ui/dialog-look';
import { CommandList } from './command-list';

interface CommandPanelProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Of the company. */
  path: string;
  /** Where the focus was when it was asked for: its field takes it before anybody else can look. */
  returnTo: RefObject<HTMLElement | null>;
}

/** What is chosen is done when the menu has gone and the focus is back where it was: it may open a layer of its own there. */
export function CommandPanel({ isOpen, onOpenChange, path, returnTo }: CommandPanelProps) {
  const chosen = useRef<() => void>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayLook} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[max(1rem,12vh)] z-50 mx-auto flex max-h-[min(32rem,calc(100dvh-2rem))] max-w-xl animate-appear flex-col overflow-hidden rounded-card border border-line bg-raised shadow-raised outline-none"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (returnTo.current?.isConnected) returnTo.current.focus({ preventScroll: true });
            chosen.current?.();
            chosen.current = null;
          }}
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <CommandList
            path={path}
            onChoose={({ run }) => {
              chosen.current = run;
              onOpenChange(false);
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
