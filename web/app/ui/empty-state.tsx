import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  /** What to do about it: one or two buttons. */
  action?: ReactNode;
  /** Where nothing else on the page is its heading. */
  isPageTitle?: boolean;
  className?: string;
}

/** Says why there is nothing, and what to do next. */
export const EmptyState = ({ icon, title, children, action, isPageTitle = false, className }: EmptyStateProps) => (
  <div className={classNames('flex flex-col items-center gap-4 px-6 py-12 text-center', className)}>
    {icon && (
      <span
        aria-hidden="true"
        className="flex size-11 items-center justify-center rounded-card bg-sunken text-ink-muted [&_svg]:size-5"
      >
        {icon}
      </span>
    )}
    <div className="flex min-w-0 max-w-sm flex-col gap-1 [overflow-wrap:anywhere]">
      {isPageTitle ? (
        <h1 className="font-semibold text-ink">{title}</h1>
      ) : (
        <p className="font-semibold text-ink">{title}</p>
      )}
      {children && <div className="text-balance text-ink-muted">{children}</div>}
    </div>
    {action && <div className="flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
);
