import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface TabsProps<T extends string> {
  /** What the row of tabs is about, for screen readers. */
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { value: T; label: ReactNode }[];
  /** One `TabPanel` for each tab. */
  children: ReactNode;
  className?: string;
}

export const Tabs = <T extends string>({ label, value, onChange, tabs, children, className }: TabsProps<T>) => (
  <Radix.Root value={value} onValueChange={(next) => onChange(next as T)} className={className}>
    <Radix.List aria-label={label} className="flex gap-5 border-line border-b">
      {tabs.map((tab) => (
        <Radix.Trigger
          key={tab.value}
          value={tab.value}
          className="-mb-px h-10 border-transparent border-b-2 font-medium text-ink-muted transition-colors duration-100 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
        >
          {tab.label}
        </Radix.Trigger>
      ))}
    </Radix.List>
    {children}
  </Radix.Root>
);

export const TabPanel = ({
  value,
  children,
  className,
}: {
  value: string;
  children: ReactNode;
  className?: string;
}) => (
  <Radix.Content value={value} className={className}>
    {children}
  </Radix.Content>
);
