import { CircleCheck, MessageCircleReply, RotateCcw } from 'lucide-react';
import { ActionKeys } from '../actions/action-keys';
import { actionOf } from '../actions/registry';
import type { ConversationStatus } from '../generated/graphql';
import { MenuItem, MenuLabel, MenuSeparator } from '../ui/menu';
import { OtherMomentItem, PresetItems } from './moment-items';
import type { Work } from './work/use-work';

interface StatusItemsProps {
  /** Null where they differ. */
  status: ConversationStatus | null;
  work: Work;
  /** Asks for any moment to snooze until. */
  onOther: () => void;
}

export const StatusItems = ({ status, work, onOther }: StatusItemsProps) => (
  <>
    {status !== 'CLOSED' && (
      <MenuItem icon={<CircleCheck aria-hidden="true" />} onSelect={work.close}>
        <span className="flex-1">{actionOf('conversation.close').words}</span>
        <ActionKeys action="conversation.close" />
      </MenuItem>
    )}
    {status !== 'ACTIVE' && (
      <MenuItem icon={<RotateCcw aria-hidden="true" />} onSelect={work.reopen}>
        <span className="flex-1">{actionOf('conversation.reopen').words}</span>
        {status === 'CLOSED' && <ActionKeys action="conversation.reopen" />}
      </MenuItem>
    )}
    <MenuSeparator />
    <MenuLabel>Snooze until</MenuLabel>
    <PresetItems onChoose={work.snooze} />
    <MenuItem icon={<MessageCircleReply aria-hidden="true" />} onSelect={() => work.snooze(null)}>
      They write
    </MenuItem>
    <OtherMomentItem onSelect={onOther} />
  </>
);
