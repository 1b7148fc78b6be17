import type { ComponentProps, ReactNode } from 'react';
import { IconButton } from '../ui/icon-button';
import { ariaKey, shownKeys } from './key-words';
import { useRun } from './provider';
import { type ActionId, actionOf } from './registry';
import { useIsMac } from './use-is-mac';

interface ActionButtonProps extends Omit<ComponentProps<typeof IconButton>, 'label' | 'keys' | 'onClick'> {
  action: ActionId;
  icon: ReactNode;
}

/** An icon that does what the action's key does, and says so by the registry's words. */
export function ActionButton({ action, ...props }: ActionButtonProps) {
  const run = useRun(action);
  const isMac = useIsMac();
  const { words, key } = actionOf(action);
  return (
    <IconButton
      {...props}
      label={words.replace('…', '')}
      keys={key === null ? [] : shownKeys(key, isMac)}
      aria-keyshortcuts={ariaKey(key)}
      onClick={run}
    />
  );
}
