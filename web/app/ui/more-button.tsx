import { type ReactNode, useState } from 'react';
import { Button } from './button';

interface MoreButtonProps {
  /** One that fails leaves the list as it is, and can be tried again. */
  onMore: () => Promise<unknown>;
  size?: 'small' | 'medium';
  className?: string;
  children: ReactNode;
}

/** Below a list, for its next page. */
export function MoreButton({ onMore, ...look }: MoreButtonProps) {
  const [isBusy, setIsBusy] = useState(false);
  const more = async () => {
    setIsBusy(true);
    await onMore().catch(() => undefined);
    setIsBusy(false);
  };
  return <Button variant="quiet" isBusy={isBusy} onClick={() => void more()} {...look} />;
}
