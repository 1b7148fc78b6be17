import { RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';

interface ErrorStateProps {
  title?: string;
  /** What happened and what can be done, in plain words; never an exception's text. */
  children?: ReactNode;
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean;
  /** Where nothing else on the page is its heading. */
  isPageTitle?: boolean;
  className?: string;
}

export const ErrorState = ({
  title = 'This could not be loaded',
  children,
  onRetry,
  isRetrying = false,
  isPageTitle = false,
  className,
}: ErrorStateProps) => (
  <div role="alert" className={classNames('flex flex-col items-center gap-4 px-6 py-12 text-center', className)}>
    <span
      aria-hidden="true"
      className="flex size-11 items-center justify-center rounded-card bg-danger-soft text-danger-ink"
    >
      <TriangleAlert className="size-5" />
    </span>
    <div className="flex max-w-sm flex-col gap-1">
      {isPageTitle ? (
        <h1 className="font-semibold text-ink">{title}</h1>
      ) : (
        <p className="font-semibold text-ink">{title}</p>
      )}
      {children && <div className="text-balance text-ink-muted">{children}</div>}
    </div>
    {onRetry && (
      <Button icon={<RotateCw aria-hidden="true" />} onClick={onRetry} isBusy={isRetrying}>
        Try again
      </Button>
    )}
  </div>
);
