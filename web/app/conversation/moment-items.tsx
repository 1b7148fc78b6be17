import { AlarmClock, CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { MenuItem } from '../ui/menu';
import { LocalTime } from '../ui/relative-time';
import { snoozePresets } from './snooze-presets';

const moment: Intl.DateTimeFormatOptions = { weekday: 'short', hour: '2-digit', minute: '2-digit' };

/** Moments that are often meant, as they are when the menu opens. */
export function PresetItems({ onChoose }: { onChoose: (moment: Date) => void }) {
  const [presets] = useState(() => snoozePresets(new Date()));
  return presets.map(({ label, until }) => (
    <MenuItem key={label} icon={<AlarmClock aria-hidden="true" />} onSelect={() => onChoose(until)}>
      <span className="flex-1">{label}</span>
      <LocalTime at={until.toISOString()} format={moment} className="text-ink-muted text-xs" />
    </MenuItem>
  ));
}

/** Leads to the dialog that asks for any other. */
export const OtherMomentItem = ({ onSelect }: { onSelect: () => void }) => (
  <MenuItem icon={<CalendarClock aria-hidden="true" />} onSelect={onSelect}>
    Date and time…
  </MenuItem>
);
