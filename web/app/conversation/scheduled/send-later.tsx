import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { shownKeys } from '../../actions/key-words';
import { useActions } from '../../actions/provider';
import { actionOf } from '../../actions/registry';
import { useIsMac } from '../../actions/use-is-mac';
import { IconButton } from '../../ui/icon-button';
import { lazyPart } from '../../ui/lazy-part';
import { Menu, MenuLabel } from '../../ui/menu';
import { OnceOpen } from '../../ui/once-open';
import { OtherMomentItem, PresetItems } from '../moment-items';
import { useScheduling } from './use-scheduling';

const MomentDialog = lazyPart(() => import('../moment-dialog').then((parts) => parts.MomentDialog));

interface SendLaterProps {
  conversationId: string;
  /** Of the last message in sight. */
  lastNumber: number;
  /** Whether there is something to send. */
  isPossible: boolean;
  /** Takes the text out of the composer; null where something keeps it from being sent, which is said there. */
  onTake: () => Promise<string | null>;
}

/** Beside what sends at once: the moments at which it can be sent instead. */
export function SendLater({ conversationId, lastNumber, isPossible, onTake }: SendLaterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  const { schedule } = useScheduling(conversationId, lastNumber);
  const isMac = useIsMac();
  const { words, key } = actionOf('conversation.sendLater');
  useActions({ 'conversation.sendLater': isPossible && (() => setIsOpen(true)) });
  const choose = async (sendAt: Date) => {
    const content = await onTake();
    if (content !== null) await schedule({ content, sendAt });
  };
  return (
    <>
      <Menu
        className="w-72"
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <IconButton
            label={words.replace('…', '')}
            icon={<CalendarClock aria-hidden="true" />}
            keys={key === null ? [] : shownKeys(key, isMac)}
            disabled={!isPossible}
            className="size-8 max-md:size-10"
          />
        }
      >
        <MenuLabel>Send later</MenuLabel>
        <PresetItems onChoose={(sendAt) => void choose(sendAt)} />
        <OtherMomentItem onSelect={() => setIsChoosing(true)} />
      </Menu>
      <OnceOpen isOpen={isChoosing}>
        <MomentDialog
          isOpen={isChoosing}
          onOpenChange={setIsChoosing}
          title="Send later"
          description="Where somebody else has written by then, it waits for you instead."
          label="When"
          submitWords="Send later"
          onChoose={(sendAt) => void choose(sendAt)}
        />
      </OnceOpen>
    </>
  );
}
