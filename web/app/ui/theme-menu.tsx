import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { classNames } from './class-names';
import { IconButton } from './icon-button';
import { Menu, MenuItem } from './menu';
import { type Theme, useTheme } from './theme';

const themes: { value: Theme; label: string; icon: typeof Sun }[] = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
];

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  const Icon = themes.find(({ value }) => value === theme)?.icon ?? Monitor;
  return (
    <Menu trigger={<IconButton label="Theme" icon={<Icon aria-hidden="true" />} />}>
      {themes.map(({ value, label, icon: ItemIcon }) => (
        <MenuItem
          key={value}
          role="menuitemradio"
          aria-checked={value === theme}
          icon={<ItemIcon aria-hidden="true" />}
          onSelect={() => setTheme(value)}
        >
          <span className="flex-1">{label}</span>
          <Check aria-hidden="true" className={classNames(value !== theme && 'invisible')} />
        </MenuItem>
      ))}
    </Menu>
  );
}
