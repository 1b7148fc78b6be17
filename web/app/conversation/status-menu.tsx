import { ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useActions } from '../actions/provider';
import type { Work_ConversationFragment } from '../generated/graphql';
import { Button } from '../ui/button';
import { lazyPart } from '../ui/lazy-part';
import { Menu } from '../ui/menu';
import { OnceOpen } from '../ui/once-open';
import { statusLooks } from '../ui/status-badge';
import type { Work } from './work/use-work';

const MomentDialog = lazyPart(() => import('./moment-dialog').then((parts) => parts.MomentDialog));
const StatusItems = lazyPart(() => import('./status-items').then((parts) => parts.StatusItems));

interface StatusMenuProps {
  conversations: readonly Work_ConversationFragment[];
  work: Work;
  /** Its keys are about these conversations, whatever else is open. */
  goesFirst?: boolean;
  /** What opens it, where that is no button that says how they stand. */
  trigger?: ReactElement<object>;
}

/** Says how conversations stand, and changes it. */
export function StatusMenu({ conversations, work, goesFirst = false, trigger }: StatusMenuProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [first] = conversations;
  const status = first && conversations.every((each) => each.status === first.status) ? first.status : null;
  const { label, icon: Icon } = statusLooks[status ?? 'ACTIVE'];
  useActions(
    {
      'conversation.close': status !== 'CLOSED' && work.close,
      'conversation.reopen': status === 'CLOSED' && work.reopen,
      'conversation.snooze': () => setIsOpen(true),
    },
    { goesFirst },
  );
  return (
    <>
      <Menu
        className="w-72"
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          trigger ?? (
            <Button
              size="small"
              isBusy={work.isChanging}
              icon={<Icon aria-hidden="true" />}
              className="max-md:min-h-10"
            >
              <span className="sr-only">Status:</span>
              {status === null ? 'Several' : label}
              <ChevronDown aria-hidden="true" />
            </Button>
          )
        }
      >
        <StatusItems status={status} work={work} onOther={() => setIsChoosing(true)} />
      </Menu>
      <OnceOpen isOpen={isChoosing}>
        <MomentDialog
          isOpen={isChoosing}
          onOpenChange={setIsChoosing}
          title="Snooze the conversation"
          description="It is active again at this time, or as soon as the contact writes."
          label="Until"
          submitWords="Snooze"
          onChoose={work.snooze}
        />
      </OnceOpen>
    </>
  );
}
