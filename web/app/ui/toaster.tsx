import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
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

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Says in a few words what has just happened. */
export const useToast = () => useContext(ToastContext);

/** Shows toasts for everything below; F8 moves the keyboard to them. */
export function Toaster({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly (ToastMessage & { id: number })[]>([]);
  const show = useMemo(() => {
    let lastId = 0;
    return (message: ToastMessage) => {
      lastId += 1;
      const id = lastId;
      setMessages((shown) => [...shown, { ...message, id }]);
    };
  }, []);
  const remove = (id: number) => setMessages((shown) => shown.filter((message) => message.id !== id));

  return (
    <ToastContext value={show}>
      <Toast.Provider swipeDirection="right" label="Message">
        {children}
        {messages.map((message) => (
          <ToastCard key={message.id} message={message} onGone={() => remove(message.id)} />
        ))}
        <Toast.Viewport className={viewportLook} />
      </Toast.Provider>
    </ToastContext>
  );
}

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
