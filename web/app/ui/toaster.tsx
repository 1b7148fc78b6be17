import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { lazyPart } from './lazy-part';
import { OnceOpen } from './once-open';
import type { ToastMessage } from './toast-stack';

const ToastStack = lazyPart(() => import('./toast-stack').then((parts) => parts.ToastStack));

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Says in a few words what has just happened. */
export const useToast = () => useContext(ToastContext);

/** Shows toasts for everything below; what shows them is loaded with the first. */
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
      {children}
      <OnceOpen isOpen={messages.length > 0}>
        <ToastStack messages={messages} onGone={remove} />
      </OnceOpen>
    </ToastContext>
  );
}
