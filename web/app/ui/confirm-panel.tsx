import { AlertDialog } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { Button } from './button';
import { dialogLook, overlayLook } from './dialog-look';
import { useFocusReturn } from './use-focus-return';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The action as a verb: "Delete contact". */
  confirmLabel: string;
  /** The way out as a verb. */
  cancelLabel?: string;
  onConfirm: () => void;
  tone?: 'primary' | 'danger';
  isBusy?: boolean;
  /** What gets the focus afterwards; without it, what had it before. */
  returnTo?: RefObject<HTMLElement | null>;
}

/** Asks before something that is hard to undo. The focus starts on the way out. */
export const ConfirmPanel = ({
  isOpen,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  onConfirm,
  tone = 'primary',
  isBusy = false,
  returnTo,
}: ConfirmDialogProps) => (
  <AlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
    <AlertDialog.Portal>
      <AlertDialog.Overlay className={overlayLook} />
      <AlertDialog.Content className={dialogLook} {...useFocusReturn(returnTo)}>
        <div className="flex flex-col gap-2 px-5 pt-5">
          <AlertDialog.Title className="font-semibold text-base text-ink">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="text-ink-muted">{children}</div>
          </AlertDialog.Description>
        </div>
        <div className="flex flex-wrap justify-end gap-2 p-5">
          <AlertDialog.Cancel asChild>
            <Button>{cancelLabel}</Button>
          </AlertDialog.Cancel>
          <Button variant={tone} onClick={onConfirm} isBusy={isBusy}>
            {confirmLabel}
          </Button>
        </div>
      </AlertDialog.Content>
    </AlertDialog.Portal>
  </AlertDialog.Root>
);
