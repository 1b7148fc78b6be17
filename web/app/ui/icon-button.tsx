import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { Tooltip } from './tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does, for the tooltip and for those who cannot see the icon. */
  label: string;
  icon: ReactNode;
  /** What the keyboard has for it, as the tooltip shows it. */
  keys?: readonly string[];
}

export function IconButton({ label, icon, keys, className, type = 'button', ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys && { keys })}>
      <button
        {...props}
        type={type}
        aria-label={label}
        className={classNames(
          'inline-flex size-9 max-md:size-10 shrink-0 items-center justify-center rounded-control text-ink-muted transition-colors duration-100',
          'hover:bg-hover hover:text-ink disabled:opacity-55 [&_svg]:size-4.5',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
