import { useToast } from '../ui/toaster';
import type { OutgoingMessage } from './outgoing-message';
import { useOutbox } from './provider';

/** Gives a message up; a toast takes that back. */
export function useDiscard(): (message: OutgoingMessage) => void {
  const { outbox } = useOutbox();
  const toast = useToast();
  return (message) => {
    outbox.remove(message.key);
    toast({ text: 'The message is discarded.', action: { label: 'Undo', onSelect: () => outbox.put(message) } });
  };
}
