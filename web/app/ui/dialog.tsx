import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { IconButton } from './icon-button';

export const overlayLook = 'fixed inset-0 z-40 animate-appear bg-overlay';

export const dialogLook = classNames(
  'fixed inset-x-4 top-[max(1rem,12vh)] z-50 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-lg animate-appear flex-col overflow-y-auto',
  'rounded-card border border-line bg-raised shadow-raised outline-none',
);

interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** One sentence under the title. */
  description?: string;
  children: ReactNode;
}

/** Keeps the focus inside while it is open, and gives it back to where it came from. */
export const Dialog = ({ isOpen, onOpenChange, title, description, children }: DialogProps) => (
  <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
    <Radix.Portal>
      <Radix.Overlay className={overlayLook} />
      <Radix.Content
        className={dialogLook}
        onOpenAutoFocus={startInFirstField}
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
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

/** A form begins with what is to be filled in, not with the button that closes it. */
function startInFirstField(event: Event): void {
  const field = (event.currentTarget as Element | null)?.querySelector<HTMLElement>('input, textarea, select');
  if (!field) return;
  event.preventDefault();
  field.focus();
}
