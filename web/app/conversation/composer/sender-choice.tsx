import { Check, ChevronDown } from 'lucide-react';
import type { SenderType } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { Menu, MenuItem } from '../../ui/menu';

interface SenderChoiceProps {
  senderType: SenderType;
  contactName: string;
  onChange: (senderType: SenderType) => void;
}

/** Whose words are being written: one's own, or what the contact said elsewhere, on the telephone for instance. */
export function SenderChoice({ senderType, contactName, onChange }: SenderChoiceProps) {
  const choices = [
    { value: 'USER', label: 'You', hint: 'Write a message' },
    { value: 'CONTACT', label: contactName, hint: 'Log what the contact said' },
  ] as const;
  return (
    <Menu
      align="start"
      className="w-64"
      trigger={
        <Button size="small" variant="quiet" className="min-w-0 shrink max-md:min-h-10">
          <span className="truncate">
            <span className="sr-only">Write </span>as {senderType === 'CONTACT' ? contactName : 'you'}
          </span>
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {choices.map(({ value, label, hint }) => (
        <MenuItem
          key={value}
          role="menuitemradio"
          aria-checked={senderType === value}
          icon={<Check aria-hidden="true" className={classNames(senderType !== value && 'invisible')} />}
          onSelect={() => onChange(value)}
        >
          <span className="flex min-w-0 flex-col">
            <span className="truncate font-medium">{label}</span>
            <span className="text-ink-muted text-xs">{hint}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
