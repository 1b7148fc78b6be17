import { AlarmClock, CalendarClock, ChevronDown, CircleCheck, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { StatusMenu_ConversationFragment } from '../generated/graphql';
import { Button } from '../ui/button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu';
import { LocalTime } from '../ui/relative-time';
import { statusLooks } from '../ui/status-badge';
import { SnoozeDialog } from './snooze-dialog';
import { type SnoozePreset, snoozePresets } from './snooze-presets';
import { useChangeStatus } from './use-change-status';

const moment: Intl.DateTimeFormatOptions = { weekday: 'short', hour: '2-digit', minute: '2-digit' };

/** Says how a conversation stands, and changes it. */
export function StatusMenu({ conversation }: { conversation: StatusMenu_ConversationFragment }) {
  const { changeStatus, isChanging } = useChangeStatus(conversation);
  const [presets, setPresets] = useState<SnoozePreset[]>([]);
  const [isChoosing, setIsChoosing] = useState(false);
  const { label, icon: Icon } = statusLooks[conversation.status];
  const snoozeUntil = (until: Date) => changeStatus({ status: 'SNOOZED', snoozedUntil: until.toISOString() });
  return (
    <>
      <Menu
        className="w-72"
        onOpenChange={(isOpen) => isOpen && setPresets(snoozePresets(new Date()))}
        trigger={
          <Button size="small" isBusy={isChanging} icon={<Icon aria-hidden="true" />}>
            <span className="sr-only">Status:</span>
            {label}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        {conversation.status !== 'CLOSED' && (
          <MenuItem
            icon={<CircleCheck aria-hidden="true" />}
            onSelect={() => changeStatus({ status: 'CLOSED', snoozedUntil: null })}
          >
            Close
          </MenuItem>
        )}
        {conversation.status !== 'ACTIVE' && (
          <MenuItem
            icon={<RotateCcw aria-hidden="true" />}
            onSelect={() => changeStatus({ status: 'ACTIVE', snoozedUntil: null })}
          >
            Reopen
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuLabel>Snooze until</MenuLabel>
        {presets.map(({ label: when, until }) => (
          <MenuItem key={when} icon={<AlarmClock aria-hidden="true" />} onSelect={() => snoozeUntil(until)}>
            <span className="flex-1">{when}</span>
            <LocalTime at={until.toISOString()} format={moment} className="text-ink-muted text-xs" />
          </MenuItem>
        ))}
        <MenuItem icon={<CalendarClock aria-hidden="true" />} onSelect={() => setIsChoosing(true)}>
          Date and time…
        </MenuItem>
      </Menu>
      <SnoozeDialog isOpen={isChoosing} onOpenChange={setIsChoosing} onSnooze={snoozeUntil} />
    </>
  );
}
