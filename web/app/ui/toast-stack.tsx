import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { Button } from './button';
import { classNames } from './class-names';
import { IconButton } from './icon-button';

export interface ToastMessage {
  text: string;
  tone?: 'neutral' | 'danger';
  /** `label` is a verb: "Undo". */
  action?: { label: string; onSelect: () => void };
  /** How long it stays. One with an action stays longer, since reading and reacting take time. */
  durationMs?: number;
}

const durationMs = 5_000;
const durationWithActionMs = 10_000;

/** On a page that fills the window, above what is written at its bottom. */
const viewportLook = classNames(
  'fixed inset-x-4 bottom-20 z-50 flex flex-col gap-2 outline-none sm:right-6 sm:bottom-6 sm:left-auto sm:w-96',
  '[html:has([data-fills-window])_&]:bottom-48 sm:[html:has([data-fills-window])_&]:bottom-34',
);

interface ToastStackProps {
  messages: readonly (ToastMessage & { id: number })[];
  onGone: (id: number) => void;
}

/** F8 moves the keyboard to them. */
export const ToastStack = ({ messages, onGone }: ToastStackProps) => (
  <Toast.Provider swipeDirection="right" label="Message">
    {messages.map((message) => (
      <ToastCard key={message.id} message={message} onGone={() => onGone(message.id)} />
    ))}
    <Toast.Viewport className={viewportLook} />
  </Toast.Provider>
);

function ToastCard({
  message: { text, tone, action, durationMs: duration },
  onGone,
}: {
  message: ToastMessage;
  onGone: () => void;
}) {
  return (
    <Toast.Root
      type={tone === 'danger' ? 'foreground' : 'background'}
      duration={duration ?? (action ? durationWithActionMs : durationMs)}
      onOpenChange={(isOpen) => !isOpen && onGone()}
      className="flex animate-slide-up items-center gap-3 rounded-card border border-line bg-raised py-2 pr-2 pl-4 shadow-raised"
    >
      <Toast.Description className={tone === 'danger' ? 'min-w-0 flex-1 text-danger-ink' : 'min-w-0 flex-1 text-ink'}>
        {text}
      </Toast.Description>
      {action && (
        <Toast.Action asChild altText={action.label}>
          <Button size="small" onClick={action.onSelect}>
            {action.label}
          </Button>
        </Toast.Action>
      )}
      <Toast.Close asChild>
        <IconButton label="Dismiss" icon={<X aria-hidden="true" />} className="size-8" />
      </Toast.Close>
    </Toast.Root>
  );
}
