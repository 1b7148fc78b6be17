import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type FocusEvent, type ReactNode, useRef, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog';
import { dialogLook, overlayLook } from './dialog-look';
import { IconButton } from './icon-button';
import { useFocusReturn } from './use-focus-return';
import { useTypedText } from './use-typed-text';

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** One sentence under the title. */
  description?: string;
  /** Neither Escape nor a click beside it closes it: only its own button does. */
  isPersistent?: boolean;
  children: ReactNode;
}

/**
 * Keeps the focus inside while it is open, and gives it back to where it came from.
 * Escape, a click beside it and its cross ask before what was typed is lost.
 */
export function DialogPanel({ isOpen, onOpenChange, title, description, isPersistent = false, children }: DialogProps) {
  const [isAsking, setIsAsking] = useState(false);
  const focus = useFocusReturn();
  const lastField = useRef<HTMLElement>(null);
  const { remember, hasTyped } = useTypedText();
  const change = (next: boolean) => (!next && hasTyped() ? setIsAsking(true) : onOpenChange(next));
  // Events of the question arrive here too, by React's tree.
  const noteField = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    if (target !== currentTarget && currentTarget.contains(target)) lastField.current = target;
  };
  const discard = () => {
    setIsAsking(false);
    onOpenChange(false);
  };
  return (
    <Radix.Root open={isOpen} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay className={overlayLook} />
        <Radix.Content
          className={dialogLook}
          onOpenAutoFocus={(event) => {
            focus.onOpenAutoFocus();
            remember(event.currentTarget as Element);
            startInFirstField(event);
          }}
          onFocus={noteField}
          onCloseAutoFocus={focus.onCloseAutoFocus}
          {...(isPersistent && { onEscapeKeyDown: stay, onInteractOutside: stay })}
          {...(!description && { 'aria-describedby': undefined })}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <div className="flex min-w-0 flex-col gap-1 pt-1.5">
              <Radix.Title className="font-semibold text-base text-ink">{title}</Radix.Title>
              {description && <Radix.Description className="text-ink-muted">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden="true" />} />
            </Radix.Close>
          </div>
          <div className="px-5 pt-4 pb-5">{children}</div>
          <ConfirmDialog
            isOpen={isAsking}
            onOpenChange={setIsAsking}
            title="Discard changes?"
            cancelLabel="Keep editing"
            confirmLabel="Discard"
            onConfirm={discard}
            tone="danger"
            returnTo={lastField}
          >
            What you typed here is not saved.
          </ConfirmDialog>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const stay = (event: Event) => event.preventDefault();

/** A form begins with what is to be filled in, not with the button that closes it; `data-first` names another field than its first. */
function startInFirstField(event: Event): void {
  const dialog = event.currentTarget as Element | null;
  const field =
    dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog?.querySelector<HTMLElement>('input, textarea, select');
  if (!field) return;
  event.preventDefault();
  field.focus();
}
