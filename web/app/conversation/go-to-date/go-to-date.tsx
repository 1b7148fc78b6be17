import { CalendarSearch } from 'lucide-react';
import { useState } from 'react';
import { shownKeys } from '../../actions/key-words';
import { useActions } from '../../actions/provider';
import { actionOf } from '../../actions/registry';
import { useIsMac } from '../../actions/use-is-mac';
import { Dialog } from '../../ui/dialog';
import { IconButton } from '../../ui/icon-button';
import { DateForm } from './date-form';
import { showMessage } from './show-message';

/** In a long thread: the way to what was written on a day. */
export function GoToDate({ conversationId }: { conversationId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const isMac = useIsMac();
  const { words, key } = actionOf('conversation.goToDate');
  const open = () => setIsOpen(true);
  useActions({ 'conversation.goToDate': open });
  return (
    <>
      <IconButton
        label={words}
        icon={<CalendarSearch aria-hidden="true" />}
        keys={key === null ? [] : shownKeys(key, isMac)}
        onClick={open}
      />
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Go to a date"
        description="The thread opens at the first message of that day, or after it."
      >
        <DateForm
          conversationId={conversationId}
          onCancel={() => setIsOpen(false)}
          onFound={(message) => {
            setIsOpen(false);
            showMessage(message);
          }}
        />
      </Dialog>
    </>
  );
}
